import { phrasePattern } from '../slots/phrase-pattern.ts';

/** What is told with these has not happened yet. */
export const planned = phrasePattern(`
  aftalt, aftalte, aftaler, aftale, planlagt, planlagde, planlægger, planlægge, booket, bookede, booker, booke, bestilt, bestilte, bestiller,
  indkaldt, indkaldte, indkalder, indkalde, indkaldelse~, indkaldes, inviteret, inviterede, inviterer, berammet, tilsagt, reserveret, fastsat,
  i kalenderen, fået en tid, fået tid, en tid til, tid til, møder til, møder op til, forestående, kommende, venter på,
  scheduled, booked, booking, planned, arranged, scheduling, schedules, set up, invited, summoned, called in, calendar, upcoming, agreed, agrees, going to
`);

/** Before what happens these tell that it has not: "skal holde samtale". */
export const intended = phrasePattern('skal, skulle, vil, ville, bør, burde, will, shall, should, must, would');

/** As it stands before a noun, such a word tells only what had been planned: "den aftalte samtale". */
export const attributes = new Set(
  'aftalte bookede indkaldte bestilte scheduled planned agreed booked arranged'.split(' '),
);
export const determiners =
  /^(?:den|det|de|denne|vores|min|mit|hans|hendes|en|et|the|our|my|his|her|their|a|an|this|som|as|planmaessigt)$/;

/** It came to nothing. */
export const cancelled = phrasePattern(`
  aflyst, aflyste, aflyser, aflyses, aflysning~, afbud, udeblev, udeblevet, udebleven, udebliver, udeblivelse~,
  mødte ikke, mødte han ikke, mødte hun ikke, mødte aldrig, mødte desværre ikke, mødte alligevel ikke, mødte dog ikke, ikke mødt, ikke er mødt, ikke mødte, ikke har mødt,
  dukkede ikke, dukkede aldrig, dukkede desværre ikke, dukkede alligevel ikke, ikke dukket, ikke dukkede, kom ikke, kom aldrig, kom desværre ikke, kom alligevel ikke, kom han ikke, kom hun ikke, ikke kom,
  ikke kommet, blev væk, blevet væk, blev ikke til, ikke blevet til, blev aldrig til, ikke holdt, ikke afholdt, ikke gennemført, fandt ikke sted, ikke fundet sted,
  nåede ikke, nåede aldrig, ikke nået, brændte … af,
  cancelled, canceled, cancels, cancel, called off, call off, no-show, no show, did not show, didn't show, did not turn up, didn't turn up, never showed, never turned up,
  did not attend, didn't attend, did not come, didn't come, not held, not take place, not taken place, failed to, stayed away
`);

/** Nobody was reached: told of a call, wherever it stands. */
export const unanswered = phrasePattern(`
  fik ikke fat, fik desværre ikke fat, ikke fået fat, ikke få fat, tog ikke telefonen, tog den ikke, ikke tog, svarede ikke, svarede aldrig, svarede desværre ikke, ikke svaret, ikke svarede, intet svar,
  forgæves, uden held, forsøg~ at ringe, forsøg~ at få fat, forsøg~ at kontakte, prøve~ at ringe, prøve~ at få fat, prøve~ at kontakte,
  did not answer, didn't answer, did not pick up, didn't pick up, no answer, could not reach, couldn't reach, without luck, tried to call, tried to reach, tried to get hold, tried to contact, in vain
`);

/** It came to nothing where this is told of the event itself; elsewhere it is told of something else. */
export const refused = phrasePattern(`
  afslog, afslået, afslår, afviste, afvist, afviser, takkede nej, takket nej, takker nej, sagde nej, sagt nej, siger nej, nægtede, nægtet, nægter, vil ikke, ville ikke,
  udsat, udsatte, udskudt, udskød, udskyder, udsætter, flyttet, flyttede, rykket, rykkede, undlod, undladt, sprunget over, sprang over,
  declined, declines, refused, refuses, turned down, postponed, moved to, rescheduled, missed, skipped
`);

/** Offering or considering something has happened even where it was turned down. */
export const standsRefused: ReadonlySet<string> = new Set([
  'job-broker-offered',
  'danish-offered',
  'internship-considered',
  'note',
]);

/** "Efter aftale" tells how it came about, not that it lies ahead. */
export const byAgreement = /^(?:som|as|efter|ifoelge|iflg|by|following)$/;

/** It was held; a denial or a "should have" before it turns it round. */
export const held =
  /^(?:holdt|afholdt|haft|gennemfoert|deltaget|deltog|talte|talt|snakkede|snakket|ringede|ringet|moedtes|overstaaet|held|had|met|spoke|spoken|talked|attended|completed|vaeret)$/;
export const unreal = /^(?:skulle|ville|kunne|burde|should|would|could|havde)$/;
export const pastDay =
  /^(?:gaar|igaar|forgaars|dag|idag|sidste|forrige|today|yesterday|last|morges|formiddags|ago|siden|(?:man|tirs|ons|tors|fre|loer|soen)dags)$/;

/** To write it down is what Makker is asked for: "jeg har ikke registreret samtalen" denies nothing that happened. */
export const recording =
  /^(?:(?:ind)?registr|noter(?!ing)|notat|log(?:ge|get|ger|ged|s|ging)?$|journaliser|journalfoer|tast|indtast|skriv|skrev|record|regist|enter|note$|noted$|noting$|write$|written$|wrote$)/;

/** Told in the past after a "must": "det skal noteres, at hun blev henvist". */
export const narrates = /^(?:blev|fik|var|har|er|was|were|got|has)$/;
/** Such words ask for it to be written down where they begin: "sæt det ind", "log it". */
export const requests =
  /^(?:put|saet|registrer|noter|log|record|register|enter|note|skriv|add|opret|save|gem|journaliser|indtast|tast)$/;
export const beforeRequest = /^(?:[^\p{L}\p{N}]|og|and|saa|so|please|lige|venligst|bare|just|then|husk|at)$/u;

/** How a question that asks for yes or no begins, and who it is about. */
export const asksFirst = /^(?:har|havde|fik|er|var|blev|did|has|have|had|was|were|is|does|do)$/;
export const asksOf =
  /^(?:jeg|vi|du|i|han|hun|de|der|det|den|man|nogen|borgeren|vedkommende|he|she|they|we|you|it|there|anyone|somebody)$/;
export const asksWhat =
  /^(?:hvornaar|hvem|hvad|hvor|hvilke|hvilken|hvilket|hvordan|hvorfor|when|who|what|which|where|how|why|mon)$/;
/** "Kan du registrere …?" asks for it to be done. */
export const pleads = /^(?:kan|kunne|vil|ville|gider|maa|can|could|would|will|please|ka|ku)$/;
/** After these a denial is told of something else: "holdt samtale om, at han ikke …". */
export const opensOther = /^(?:at|der|som|om|that|who|which|about|because|fordi|hvor|where)$/;
/** After the event only these deny it: "samtale uden tolk" was held. */
export const deniesVerb = /^(?:ikke|ik|ikk|aldrig|ej|not|never|\p{L}+n't|didnt|wasnt|hasnt|havent|isnt)$/u;
