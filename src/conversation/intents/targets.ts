import type { Benefit } from '../../contract/vocabulary.ts';
import { formatDate } from '../../format/format.ts';
import { may } from '../../people/policy.ts';
import { readTargets } from '../../targets/read-targets.ts';
import type { FigureStanding } from '../../targets/standing.ts';
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

/** The figures whose target, or own name, speaks of a benefit by the name it has in the plans. */
const speakingOf = (
  standings: FigureStanding[],
  benefit: Benefit,
  { services }: Pick<Talking, 'services'>,
): FigureStanding[] => {
  const word = services.say('da')(`facts.benefit.${benefit}`).toLowerCase();
  return standings.filter(({ target, figure }) =>
    [figure.name.da, target.statement.da, ...target.keywords].some((text) => text.toLowerCase().includes(word)),
  );
};

/** What of the targets is asked for: those from a number on, of one benefit or of all. */
export interface TargetsWanted {
  from: number;
  benefit?: Benefit;
}

/** One page of the targets, worst first. */
export const targetsFrom = (talking: Talking, { from, benefit }: TargetsWanted): Promise<Answer> =>
  withTargets(talking, async (rulebook) => {
    const all = await readTargets(talking.services.store, rulebook, talking.turn.today);
    const found = benefit === undefined ? [] : speakingOf(all, benefit, talking);
    const page = {
      from,
      rows: ROWS_ON_A_CARD,
      mayEnter: talking.personal && mayEnter(talking),
      ...(benefit === undefined ? {} : { asked: { benefit, found: found.length > 0 } }),
    };
    return {
      view: targetsView(found.length > 0 ? found : all, rulebook, page, wordingOf(talking)),
      talk: { lastIntent: 'targets' },
    };
  });

/** "Hvordan går det med måltallene?": each figure the plan wants followed, and where it stands. */
export const targets: Handler = (talking, { entities: { benefit } }) =>
  targetsFrom(talking, { from: 0, ...(benefit === undefined ? {} : { benefit }) });
