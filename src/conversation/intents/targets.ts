import { formatDate } from '../../format/format.ts';
import { may } from '../../people/policy.ts';
import { readTargets } from '../../targets/read-targets.ts';
import type { Answer, Handler, Talking } from '../services.ts';
import { wordingOf } from '../views/case-line.ts';
import { messageView } from '../views/message-view.ts';
import { ROWS_ON_A_CARD, targetsView } from '../views/targets-view.ts';
import type { Rulebook } from '../../rulebook/compile.ts';

/** Whether this person may enter figures, and here: what is entered is shown before it is stored, in the own chat. */
export const mayEnter = ({ turn }: Pick<Talking, 'turn'>): boolean =>
  may(turn.person, 'enter-figure', { municipality: turn.person.municipality }, turn.today);

/** Answers from the targets in force for the asker's municipality today, or says why there are none. */
export const withTargets = async (
  { services, turn, say }: Talking,
  answer: (rulebook: Rulebook) => Promise<Answer>,
): Promise<Answer> => {
  const { municipality } = turn.person;
  if (!may(turn.person, 'see-targets', { municipality }, turn.today))
    return { view: messageView('✕', say('targets.may-not-see')) };
  const found = services.shelf.on(municipality, turn.today);
  if ('notBefore' in found) {
    const text = say('decision.not-before-text', { date: formatDate(found.notBefore, turn.language) });
    return { view: messageView('→', say('decision.not-before'), { paragraphs: [text] }) };
  }
  if ('unknown' in found) return { view: messageView('→', say('rules.no-rulebook')) };
  const { rulebook } = found;
  if (rulebook.targets.length > 0) return answer(rulebook);
  const text = say('targets.none-text', { document: rulebook.document });
  return { view: messageView('i', say('targets.none'), { paragraphs: [text] }) };
};

/** One page of the targets, worst first; `from` is the number of the first figure wanted. */
export const targetsFrom = (talking: Talking, from: number): Promise<Answer> =>
  withTargets(talking, async (rulebook) => {
    const standings = await readTargets(talking.services.store, rulebook, talking.turn.today);
    const page = { from, rows: ROWS_ON_A_CARD, mayEnter: talking.personal && mayEnter(talking) };
    return {
      view: targetsView(standings, rulebook, page, wordingOf(talking)),
      talk: { lastIntent: 'targets' },
    };
  });

/** "Hvordan går det med måltallene?": each figure the plan wants followed, and where it stands. */
export const targets: Handler = (talking) => targetsFrom(talking, 0);
