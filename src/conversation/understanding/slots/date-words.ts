/** The small words around a date, folded, for both languages. */
const set = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/));

/** Before a last day. */
export const untilWords =
  set(`til indtil inden foer senest tom t.o.m. until untill till til' to by before through thru slut slutter slutdato udloeber ophoerer
  ophoer ends ending slutte frem sluttede tilogmed upto deadline til.`);
/** Before a first day or a day on which something is. */
export const dateWords =
  set(`fra pr per siden from starting since of on starts starter startende startdato paa efter after begynder opstart beginning start
  fom f.o.m. as den d mandag startede begyndte dato pr.`);
/** Before a stretch of days. */
export const periodWords = set('i in for during within loebet hele over this');
/** Between such a word and the date. */
export const fillers = set(
  'd den dag the og and med . : on dagen date dato uge kl ca omkring cirka ret lige around about including inclusive inkl inklusiv inklusive',
);
/** The day stands for its end. */
export const endWords = set('ultimo udgangen slutningen slut end endof enden udgang resten rest remainder');
export const startWords = set('primo starten begyndelsen start beginning');
export const middleWords = set('medio midten midt mid middle');
export const ofWords = set('af of the den i in');

export const thisWords = set('denne dette indevaerende i this ugen current');
export const nextWords = set('naeste kommende next coming foelgende following naest');
export const lastWords = set('sidste forrige last previous seneste');

/** How many weeks, months or years away "næste", "sidste" or "denne" is: 1, -1 or 0; undefined for any other word. */
export const unitsAway = (word: string): number | undefined => {
  if (nextWords.has(word)) return 1;
  if (lastWords.has(word)) return -1;
  return thisWords.has(word) ? 0 : undefined;
};
export const agoWords = set('siden ago');
export const inWords = set('om in');

/** Days told from today. */
export const namedDays: readonly (readonly [string, number])[] = [
  ['den dag i dag', 0],
  ['the day after tomorrow', 2],
  ['day after tomorrow', 2],
  ['the day before yesterday', -2],
  ['day before yesterday', -2],
  ['i overmorgen', 2],
  ['overmorgen', 2],
  ['i forgaars', -2],
  ['forgaars', -2],
  ['i dag', 0],
  ['idag', 0],
  ['i morgen', 1],
  ['imorgen', 1],
  ['i gaar', -1],
  ['igaar', -1],
  ['dags dato', 0],
  ['dd', 0],
  ['d.d.', 0],
  ['d d', 0],
  ['i morgn', 1],
  ['i mrgn', 1],
  ['i moren', 1],
  ['imorgn', 1],
  ['tmrw', 1],
  ['tmr', 1],
  ['tomorow', 1],
  ['tommorow', 1],
  ['tommorrow', 1],
  ['today', 0],
  ['tomorrow', 1],
  ['yesterday', -1],
  ['tonight', 0],
  ['i eftermiddag', 0],
  ['i formiddags', 0],
  ['i morges', 0],
  ['i aften', 0],
  ['this morning', 0],
  ['this afternoon', 0],
];
