import type { MessageView } from '../../cards/views.ts';
import { formatDate } from '../../format/format.ts';
import type { Rulebook } from '../../rulebook/compile.ts';
import type { Target, TargetFigure } from '../../rulebook/targets.ts';
import { LARGEST_FIGURE } from '../../targets/check-figure.ts';
import type { EnteredFigure } from '../../targets/entered-figure.ts';
import { isFew } from '../../targets/standing.ts';
import { namesOf } from '../names-of.ts';
import type { Talking } from '../services.ts';
import type { FigureDraft } from '../talk.ts';
import { wordingOf } from '../views/case-line.ts';
import { messageView } from '../views/message-view.ts';
import { amount, amountTold } from '../views/target-lines.ts';

/** A figure with the target it belongs to. */
export interface Named {
  target: Target;
  figure: TargetFigure;
}

const choiceOf = ({ target, figure }: Named): string => `${target.id}~${figure.id}`;

/** The figure of a rulebook that a card's choice stands for. */
export const figureChosen = ({ targets }: Pick<Rulebook, 'targets'>, choice: unknown): Named | undefined =>
  targets
    .flatMap((target) => target.figures.map((figure) => ({ target, figure })))
    .find((named) => choiceOf(named) === choice);

const nameOf = ({ target, figure }: Named, { say, turn }: Talking): string =>
  say('targets.enter.choice', { rule: target.id, name: figure.name[turn.language] });

/** The card on which a figure is entered; after a mistake with what was wrong, and the figure that was chosen. */
export const figureForm = (
  talking: Talking,
  { targets }: Pick<Rulebook, 'targets'>,
  again?: { wrong: string; chosen?: Named },
): MessageView => {
  const { say } = talking;
  const figures = targets.flatMap((target) => target.figures.map((figure) => ({ target, figure })));
  const value = again?.chosen && choiceOf(again.chosen);
  return messageView(again === undefined ? 'i' : '!', say('targets.enter.title'), {
    paragraphs: again === undefined ? [say('targets.enter.text')] : [again.wrong, say('targets.enter.nothing')],
    inputs: [
      {
        id: 'figure',
        type: 'choice',
        label: say('targets.enter.figure'),
        choices: figures.map((named) => ({ title: nameOf(named, talking), value: choiceOf(named) })),
        ...(value === undefined ? {} : { value }),
      },
      { id: 'value', type: 'number', label: say('targets.enter.value'), min: 0, max: LARGEST_FIGURE },
      { id: 'on', type: 'date', label: say('targets.enter.on') },
      {
        id: 'source',
        type: 'text',
        label: say('targets.enter.source'),
        required: true,
        error: say('targets.enter.source-missing'),
      },
    ],
    actions: [{ title: say('targets.button.check'), verb: 'check-figure', data: {} }],
  });
};

const saidOf = (talking: Talking, named: Named, { value, on, source }: FigureDraft) => [
  { symbol: 'i', text: nameOf(named, talking) },
  {
    symbol: 'i',
    text: talking.say('targets.check.value', {
      amount: amount(value, named.figure.unit, wordingOf(talking)),
      date: formatDate(on, talking.turn.language),
    }),
  },
  { symbol: 'i', text: talking.say('targets.check.source', { source }) },
];

/** What will be stored, before it is; where a figure stands for the date already, that it will be replaced. */
export const figureCheck = async (
  talking: Talking,
  named: Named,
  draft: FigureDraft,
  standing: EnteredFigure | undefined,
): Promise<MessageView> => {
  const { say, services, turn } = talking;
  const { unit } = named.figure;
  const paragraphs =
    standing === undefined
      ? []
      : [
          say('targets.check.stands', {
            amount: amountTold({ value: standing.value, few: isFew(standing.value, unit) }, unit, wordingOf(talking)),
            date: formatDate(standing.on, turn.language),
            name: namesOf(await services.directory.staff(turn.person.municipality))(standing.by),
            source: standing.source,
          }),
        ];
  return messageView(standing === undefined ? '?' : '!', say('targets.check.title'), {
    ...(standing === undefined ? {} : { tone: 'warning' }),
    paragraphs,
    lines: saidOf(talking, named, draft),
    actions: [
      {
        title: say(standing === undefined ? 'targets.button.store' : 'targets.button.replace'),
        verb: 'store-figure',
        data: { draft: draft.id },
        style: 'positive',
      },
      { title: say('targets.button.again'), verb: 'enter-figure', data: {} },
    ],
  });
};

/** What was stored. */
export const figureStored = (talking: Talking, named: Named, draft: FigureDraft): MessageView =>
  messageView('✓', talking.say('targets.stored.title'), {
    tone: 'good',
    lines: saidOf(talking, named, draft),
    actions: [
      { title: talking.say('targets.button.show'), verb: 'show-targets', data: { from: 0 } },
      { title: talking.say('targets.button.enter'), verb: 'enter-figure', data: {} },
    ],
  });
