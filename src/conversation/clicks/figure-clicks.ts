import type { Rulebook } from '../../rulebook/compile.ts';
import { LARGEST_FIGURE, LONGEST_SOURCE, figureRefusal, largest } from '../../targets/check-figure.ts';
import { enterFigure } from '../../targets/enter-figure.ts';
import { enteredId, versionOf, type EnteredFigure } from '../../targets/entered-figure.ts';
import { coerceFact } from '../facts/coerce-fact.ts';
import { mayEnter, targetsFrom, withTargets } from '../intents/targets.ts';
import type { Answer, Talking } from '../services.ts';
import type { FigureDraft } from '../talk.ts';
import { messageView } from '../views/message-view.ts';
import type { ClickData } from './click-data.ts';
import { type Named, figureCheck, figureChosen, figureForm, figureStored } from './figure-card.ts';
import { clickRefusal, ownChat } from './refusals.ts';

/** "Vis flere": another page of the targets, as they stand now. */
export const showTargets = (talking: Talking, { from, benefit }: ClickData<'show-targets'>): Promise<Answer> =>
  targetsFrom(talking, { from, ...(benefit === undefined ? {} : { benefit }) });

/** Goes on for those who may enter figures, in their own chat. */
const entering = (talking: Talking, answer: (rulebook: Rulebook) => Promise<Answer>): Promise<Answer> =>
  withTargets(talking, async (rulebook) => {
    const { say, personal } = talking;
    if (!mayEnter(talking))
      return {
        view: messageView('✕', say('targets.enter.may-not'), { paragraphs: [say('targets.enter.may-not-text')] }),
      };
    return personal ? answer(rulebook) : ownChat(talking);
  });

/** "Indtast et tal": the card to fill in. */
export const enterFigureForm = (talking: Talking): Promise<Answer> =>
  entering(talking, async (rulebook) => ({ view: figureForm(talking, rulebook) }));

type Filled = Pick<FigureDraft, 'value' | 'on' | 'source'>;

/** What was filled in, as a number, a civil date and a text; or the text of what is wrong with it. */
const filledIn = (
  { say, turn }: Talking,
  { figure }: Named,
  { value, on, source }: ClickData<'check-figure'>,
): Filled | { wrong: string } => {
  const number = coerceFact({ type: 'number', min: 0, max: LARGEST_FIGURE, unit: 'kroner' }, value, turn.today);
  if (typeof number === 'string' || typeof number.value !== 'number') return { wrong: say('targets.wrong.value') };
  const date = coerceFact({ type: 'date', past: false }, on, turn.today);
  if (typeof date === 'string' || typeof date.value !== 'string') return { wrong: say('targets.wrong.on') };
  const filled = { value: number.value, on: date.value, source: source.trim() };
  const refused = figureRefusal(figure.unit, filled, turn.today);
  if (refused === undefined) return filled;
  const max = refused === 'source-too-long' ? LONGEST_SOURCE : largest(figure.unit);
  return { wrong: say(`targets.wrong.${refused}`, { max }) };
};

/** A draft of what the person is about to store; it waits in the talk, and the button names it by its id. */
const drafted = async (
  talking: Talking,
  named: Named,
  filled: Filled,
  standing: EnteredFigure | undefined,
): Promise<Answer> => {
  const draft: FigureDraft = {
    id: talking.services.ids(),
    target: named.target.id,
    figure: named.figure.id,
    value: filled.value,
    on: filled.on,
    source: filled.source,
    ...(standing === undefined ? {} : { corrects: versionOf(standing) }),
  };
  return { view: await figureCheck(talking, named, draft, standing), talk: { figure: draft } };
};

/** "Se, hvad der gemmes": checks what was filled in and shows it. Nothing is stored yet. */
export const checkFigure = (talking: Talking, data: ClickData<'check-figure'>): Promise<Answer> =>
  entering(talking, async (rulebook) => {
    const chosen = figureChosen(rulebook, data.figure);
    if (chosen === undefined)
      return { view: figureForm(talking, rulebook, { wrong: talking.say('targets.wrong.figure') }) };
    const filled = filledIn(talking, chosen, data);
    if ('wrong' in filled) return { view: figureForm(talking, rulebook, { wrong: filled.wrong, chosen }) };
    const id = enteredId(chosen.target.id, chosen.figure.id, filled.on);
    const standing = await talking.services.store.read('figure', rulebook.municipality, id);
    return drafted(talking, chosen, filled, standing?.item);
  });

/**
 * "Gem tallet": stores what was shown. The draft stays in the talk, so that a click delivered twice is answered as the
 * first; where somebody else was quicker, theirs is shown and has to be replaced by a click of its own.
 */
export const storeFigure = (talking: Talking, data: ClickData<'store-figure'>): Promise<Answer> =>
  entering(talking, async (rulebook) => {
    const { services, turn, talk } = talking;
    const draft = talk.figure;
    const named = draft && figureChosen(rulebook, `${draft.target}~${draft.figure}`);
    if (draft === undefined || named === undefined || draft.id !== data.draft)
      return clickRefusal(talking, 'old-choice');
    const { target, figure, value, on, source, corrects } = draft;
    const entry = { municipality: rulebook.municipality, target, figure, value, on, source };
    const entered = await enterFigure(services.store, { ...entry, by: turn.person.id, at: turn.now }, corrects);
    return entered.outcome === 'entered'
      ? { view: figureStored(talking, named, draft) }
      : drafted(talking, named, draft, entered.item);
  });
