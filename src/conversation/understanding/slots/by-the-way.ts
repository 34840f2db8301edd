import type { Intent } from '../intents.ts';
import type { Sentence } from '../sentence.ts';

/** Here something is asked for, and something else may be told beside it. */
const deciding: ReadonlySet<Intent> = new Set(['start-offer', 'extend-offer']);
const mark = /^[,;:?!()–—]$/;
const opens = /^(?:men|but|hvor|der|som|where|who|which|mens|while|fordi|because|siden|since)$/;
const modal = /^(?:kan|maa|skal|ka|can|may|could|should|must)$/;
const past = /^(?:var|fik|havde|was|were|had|got|received)$/;
/** "Vi fik aftalt 4 uger": what is told in the past is what is asked for now. */
const arranged =
  /^(?:aftal\p{L}*|lovet|tilbud\p{L}*|tilbyd\p{L}*|fundet|enige?|enighed|agreed|offered|promised|found|taenkt|thinking|plan\p{L}*|bedt|asked|oensk\p{L}*)$/u;
const kin =
  /^(?:kone|hustru|mand|kaereste|samlever|mor|far|soen|datter|bror|soester|boern|wife|husband|partner|mother|father|son|daughter|brother|sister|girlfriend|boyfriend)$/;
const ofSomebody = /^(?:hans|hendes|his|her|borgerens|deres|their)$/;
const ownMoney =
  /^(?:gaeld|gaelden|husleje|huslejen|restance|boede|boeden|laan|laanet|debt|debts|rent|loan|opsparing|savings|formue|boernebidrag|indkomst|income)$/;

interface Clause {
  from: number;
  to: number;
}

/** The clauses of a sentence, as far as one tells and another asks: "…, må han", "… hvor han var". */
const clausesIn = ({ tokens }: Sentence): Clause[] => {
  const clauses: Clause[] = [];
  let from = 0;
  for (const [at, { word, kind }] of tokens.entries()) {
    const dot = word === '.' && tokens[at + 1]?.capital === true;
    const asksNext = /^(?:og|saa|and|so)$/.test(word) && modal.test(tokens[at + 1]?.word ?? '');
    if (!((kind === 'mark' && mark.test(word)) || dot || opens.test(word) || asksNext)) continue;
    clauses.push({ from, to: at });
    from = at;
  }
  return [...clauses, { from, to: tokens.length }];
};

const told = (words: readonly string[]): boolean => {
  if (words.some((word) => modal.test(word))) return false;
  if (words.some((word) => ownMoney.test(word))) return true;
  if (
    words.some((word, at) => kin.test(word) && (ofSomebody.test(words[at - 1] ?? '') || /s$/.test(words[at - 1] ?? '')))
  )
    return true;
  return words.some((word) => past.test(word)) && !words.some((word) => arranged.test(word));
};

/**
 * Where a sentence tells something by the way – what has been, what is somebody else's, what is owed – and asks in
 * another clause: "hans kone arbejder 30 timer, må han få praktik". Amounts, offers and dates there are not asked for.
 */
export const toldByTheWay = (sentence: Sentence, intent: Intent): ((at: number) => boolean) => {
  if (!deciding.has(intent) || sentence.context.asked !== undefined) return () => false;
  const clauses = clausesIn(sentence).map(({ from, to }) => {
    const words = sentence.tokens.slice(from, to).map(({ word }) => word);
    return { from, to, asks: words.some((word) => modal.test(word)), told: told(words) };
  });
  if (!clauses.some(({ asks }) => asks)) return () => false;
  return (at) => clauses.some(({ from, to, told: isTold }) => isTold && at >= from && at < to);
};
