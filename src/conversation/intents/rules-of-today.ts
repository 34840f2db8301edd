import type { CardAction, MessageView } from '../../cards/views.ts';
import { formatDate } from '../../format/format.ts';
import { may } from '../../people/policy.ts';
import type { Rulebook } from '../../rulebook/compile.ts';
import type { RuleInfo } from '../../rulebook/rulebook.ts';
import type { Answer, Talking } from '../services.ts';
import { wordingOf } from '../views/case-line.ts';
import { messageView } from '../views/message-view.ts';
import { planNote } from '../views/plan-note.ts';
import { placeInFull } from '../views/wording.ts';

/** Notes on an answer. Where nothing is listed nothing rests on a rule: it asks back, or has found none. */
const withNotes = (answer: Answer, notes: string[]): Answer => {
  const { view } = answer;
  if (view.view !== 'message' || view.lines.length === 0 || notes.length === 0) return answer;
  return { ...answer, view: { ...view, notes: [...(view.notes ?? []), ...notes] } };
};

/** Answers from the rules that are in force for the asker's municipality today, or says why there are none. */
export const withRulebook = async (
  { services, turn, say }: Talking,
  answer: (rulebook: Rulebook) => Promise<Answer>,
): Promise<Answer> => {
  const { municipality } = turn.person;
  if (!may(turn.person, 'see-rules', { municipality }, turn.today))
    return { view: messageView('✕', say('rules.may-not-see')) };
  const found = services.shelf.on(municipality, turn.today);
  if ('rulebook' in found) {
    const { validTo } = found.rulebook;
    const ended = turn.today > validTo ? validTo : undefined;
    return withNotes(await answer(found.rulebook), planNote(ended, { say, language: turn.language }));
  }
  const text =
    'notBefore' in found
      ? say('decision.not-before-text', { date: formatDate(found.notBefore, turn.language) })
      : say('rules.no-rulebook');
  return { view: messageView('→', say('decision.not-before'), { paragraphs: [text] }) };
};

/** The button that shows one rule. */
export const ruleButton = ({ say }: Talking, rule: string): CardAction => ({
  title: say('decision.button.rule', { rule }),
  verb: 'show-rule',
  data: { rule },
  checksInputs: false,
});

/** One rule: what it says, where it stands, and the numbers it reads. */
export const ruleView = (talking: Talking, rule: RuleInfo): MessageView => {
  const { say, turn } = talking;
  const limits = rule.parameters
    .filter(({ list }) => !list)
    .map(({ value, reference }) => ({
      symbol: 'i',
      text: say('rules.limit', { value: value[turn.language] }),
      place: reference,
    }));
  const reading =
    rule.reading === undefined || turn.language !== 'da' ? [] : [say('rules.reading', { reading: rule.reading })];
  return messageView('i', rule.id, {
    paragraphs: [rule.statement[turn.language], ...reading],
    lines: [
      { symbol: 'i', text: say('rules.source'), place: placeInFull(rule.id, rule.source, wordingOf(talking)) },
      ...limits,
    ],
  });
};
