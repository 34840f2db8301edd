import type { Direction } from '../slots/date-span.ts';

/** Something begins at another time; "rykker det noget" moves nothing. */
export const movingWords = `flyttes, flyttet, flytte, vi flytter, flytter vi, flytter den, flytter start~, flytter til, rykkes, rykket, rykke, vi rykker, rykker vi, rykker den, rykker start~, rykker til, skub~, glid~, udskyd~, udskudt, udsæt~, vent~, forskyd~, forskudt, trækkes, postpon~, delay~, push~, slip~, wait~, shift~, put off, put back, moved, move~, held off, hold off, defer~, bring it forward, brought forward`;

/** What the day of a fact belongs to: words as in a frame, and where such a day lies. */
export interface DateTopic {
  name: string;
  topic: string;
  lies: Direction;
  /** "Til" before the day makes it another one: a sick leave until then. */
  notUntil?: true;
}

export const dateTopics: readonly DateTopic[] = [
  {
    name: 'residencePermitOn',
    topic: `opholdstilladelse~, ophold, opholdsgrundlag~, asyl, residence permit~, permit, permission to stay, leave to remain, residency`,
    lies: 'behind',
  },
  {
    name: 'arrivedInDenmarkOn',
    topic: `kom til landet, kommet til landet, kom til danmark, kommet til danmark, kom til dk, kommet til dk, kom hertil, kommet hertil, kom hertil, kom … til danmark, kom … hertil, kom … til landet, ankom~, ankomst~, indrejs~, rejste ind, i danmark siden, i dk siden, i landet siden, her i landet, været i danmark, været i dk, været i landet, boet i danmark, boet i dk, boet her, flyttede hertil, flyttet hertil, flygtede hertil,
      arriv~, came to denmark, came here, come to denmark, came to the country, moved here, moved to denmark, in denmark, in the country, in dk, been here, entered denmark, entered the country, entry, landed in denmark, got here`,
    lies: 'behind',
  },
  {
    name: 'visitedOn',
    topic: `visitation~, visiter~, visiteret, visitated, visitation, assessed for, granted`,
    lies: 'behind',
  },
  {
    name: 'firstAbsenceOn',
    topic: `fravær~, første sygedag~, første … sygedag~, sygedag~, first absence, first day of absence, first day of sickness, first sick day, first day off, absence~`,
    lies: 'behind',
  },
  {
    name: 'firstAbsenceOn',
    topic: `sygemeld~, syg fra, syg siden, blev syg, bliver syg, blev … syg, fell ill, fell sick, got sick, became ill, taken ill, syg … siden, sygefravær~, meldte sig syg, meldt sig syg, sygdommen, sick since, sick from, ill since, off sick, sick-listed, went sick, called in sick, sick leave, gone sick, reported sick, signed off`,
    lies: 'behind',
    notUntil: true,
  },
  {
    name: 'birthDate',
    topic: `født, fødsel~, fødselsdag~, fødselsdato~, født~, born, birth~, birthday~, date of birth, dob`,
    lies: 'behind',
  },
  {
    name: 'readiness.since',
    topic: `jobparat~, aktivitetsparat~, uddannelsesparat~, job-ready, activity-ready, education-ready`,
    lies: 'behind',
    notUntil: true,
  },
  {
    name: 'starts',
    topic: `start~, opstart~, begynd~, igangsæt~, går i gang, gå i gang, kommer i gang, komme i gang, gik i gang, først i gang, sættes i gang, sat i gang, sætter i gang, kick~ ind, kick~ in, træder i kraft, går løs, gå løs, løber af stablen, tager fat, takes effect, sets off, set off, første dag, begin~, began, begun, kick~ off, gets going, get going, gets under way, first day`,
    lies: 'near',
  },
  {
    name: 'ends',
    topic: `slut~, stop~, udløb~, ophør~, færdig~, sidste dag, afslut~, varer, kører til, løber til, end, ends, ended, ending, finish~, last day, expires, expire, run until, runs until, lasts, runs to, ran to, ran till`,
    lies: 'ahead',
  },
  {
    name: 'moves',
    topic: movingWords,
    lies: 'near',
  },
];
