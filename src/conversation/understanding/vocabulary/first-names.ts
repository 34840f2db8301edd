import { fold } from '../fold.ts';

/**
 * Given names common in Denmark: a hint for names written without capitals, and for where a genitive ends. Names are
 * found without it, by their shape and place. Names that are also everyday words stand apart.
 */
export const firstNames: ReadonlySet<string> = new Set(
  fold(`aage abdi abdul abdullah adam adela adrian agnes agnete ahmad ahmed aisha aksel albert alberte alex alexander alexandra alfred ali alice alma amalie amanda amina amir anas anders andrea andreas ane anette anita anja ann anna annabel anne anne-marie annelise
  annemarie annette annika anton arne arthur asger asta astrid august aya ayse ayşe bashar bent bente benjamin benny berit bertha bertil betina birger birgit birgitte birte birthe bitten bjarke bjarne bo bodil boris brian britt britta camilla carina carl carla
  carlo carmen carsten caroline casper cecilie charlotte chris christa christel christian christina christine christoffer claes clara claus connie conny cristina dagmar dan daniel daniela danny david dennis diana ditte dorte dorthe dorthea dorrit ebbe ebba
  eddie edith egon eigil eik ejnar elena elias elin elina elisabeth elise ella ellen elna else elsebeth emil emilie emily emma enver eric erik erika erling esben esther eva evald fatima fatma ferdinand filip finn flemming frank frans freddy
  frederik frederikke freja frida frode gerda gert gitte grete grethe gudrun gunnar gurli hanna hannah hanne hannibal hans harald harry hassan hasan hedvig heidi helen helena helene helga helle henning henriette henrik henny herdis hussein huda hugo ian ib ibrahim
  ida inga inge ingeborg ingelise inger ingrid irene iris irma isabella ismail ivan jack jacob jakob jamal james jan jane janne janni jannie jannik jasmin jean jenny jens jens-peter jeppe jesper jette jim jimmy joachim joan joanna johan johanna johanne johannes
  john johnny jon jonas jonna jonathan jørgen jørn josef josefine joseph juliane julie julia julius jutta jytte kai kaj kamilla karen karim karin karina karl karla karoline karsten kasper katarzyna kate kathrine katja katrine keld kenneth kent kevin khaled khadija kim
  kirsten kirstine kjeld klaus klara knud knut kristian kristina kristine kristoffer kurt lajla lars lars-peter lasse laura laurits lea leif leila lena lene leon leonora leyla liam lil lilian lilly lina linda line linnea lis lisa lisbet lisbeth lise liselotte liv lizzi lone
  lotte louis louise lucas ludvig luis lukas luna lykke mads magda magnus mahmoud mai maja malene malik malou marcus maren margit margrethe margarethe maria mariam marianne marie marina mark markus marlene martha martin martine mary maryam mathias mathilde mathilda
  matilde maya merete merethe meta mette michael michelle mia mikael mikkel mille milla mina minna mohamad mohamed mohammad mohammed mona monica monika morten mustafa muhammad nadia nadja nanna nanna natasja natalia natalie nathalie nete nicklas nicolai nicoline niels
  nikolaj nikoline niklas nina nora noah oda ole oleksandr olena olga olivia oliver olha oscar oskar osman otto palle paul paula peder per pernille peter petra philip pia piotr poul preben rasmus regitze rene rené renee rikke rita robert rolf ronni ronny rosa
  rudi ruben ruth sabrina said salma sam samir samira sander sandra sanne sara sarah sebastian selma sidsel signe sigrid silas silje simon simone sine sofia sofie solveig sonja sophie søren stefan steen sten stephanie stig stine storm sune susan susanne
  suzanne svend svetlana sverre sylvia tania tanja tatiana thea theis theo theodor therese thomas thor thorbjørn thorkild thyra tim tina tine tobias tom tommy tonny tor torben tove trine troels tue uffe ulf ulla ulrik ulrikke ursula vagn valdemar vera vibeke
  victor victoria vigga viggo viktor viktoria vilhelm villads villy vincent viola vivi volodymyr werner wilhelm willy yasin yasmin yasmine yusuf youssef yulia yvonne zahra zainab zeinab åge åse øjvind oksana iryna andriy dmytro serhiy tetiana natalya bilal hamza rania
  noor nour layla amal abdulrahman farah fadi ghassan hiba iman jamila lejla mirza senad edin emina jasmina dragan milan goran zoran ivana anh linh thi nguyen minh thuy`)
    .split(/\s+/)
    .filter(Boolean),
);

/** Given names that are also everyday words: names only when written with a capital inside a sentence. */
export const wordLikeNames: ReadonlySet<string> = new Set(
  fold(`bo else hans ole per storm mai lykke sten line eva dan kim pia ask sol mark tue rose karl tage dag svend bjørn kaj jan mary ida ina maj lis liv ian sam chris august frank may grant rob
    will art june april hope joy grace faith bill sue ali don ray guy`)
    .split(/\s+/)
    .filter(Boolean),
);

/** Endings that Danish surnames have. */
export const surnameEnding =
  /(?:sen|gaard|gard|bjerg|lund|kaer|holm|feldt|felt|skov|baek|berg|strup|toft|dal|kilde|bro|borg|rup|lev|by|vig|havn|hoej|hoj|haj|ager|mose|damm?|lykke|kjaer|krog|bech|beck|quist|qvist|green|gren|stroem|groen|vad|ov|ova|enko|chuk|yk|ski|ska|ic|oglu|zadeh|lien|nes|bo|ing|ling|torn|horn|steen|stein|klint|sten|hede|ried|rath|mann|man|ult|aas|land|dahl|hammer|brandt|winther|friis|juul|buus|bach|boel|boll|moller|moeller|krogh|vang|eng|mark|oe)$/;
