/** Endings that Danish surnames have. */
export const surnameEnding =
  /(?:sen|gaard|gard|bjerg|lund|kaer|holm|feldt|felt|skov|baek|berg|strup|toft|dal|kilde|bro|borg|rup|lev|by|vig|havn|hoej|hoj|haj|ager|mose|damm?|lykke|kjaer|krog|bech|beck|quist|qvist|green|gren|stroem|groen|vad|ov|ova|enko|chuk|yk|ski|ska|ic|oglu|zadeh|lien|nes|bo|ing|ling|torn|horn|steen|stein|klint|sten|hede|ried|rath|mann|man|ult|aas|land|dahl|hammer|brandt|winther|friis|juul|buus|bach|boel|boll|moller|moeller|krogh|vang|eng|mark|oe)$/;
