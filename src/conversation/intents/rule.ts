import type { RuleInfo } from '../../rulebook/rulebook.ts';
import type { Answer, Handler, Talking } from '../services.ts';
import type { Asked } from '../talk.ts';
import { messageView } from '../views/message-view.ts';
import { wordingOf } from '../views/case-line.ts';
import { placeOf } from '../views/wording.ts';
import { ruleButton, ruleView, withRulebook } from './rules-of-today.ts';
import { searchRules } from './search-rules.ts';

/** Up to so many rules are listed, the first of them with a button each. */
const LISTED = 12;
const WITH_BUTTON = 5;

/** A rule by its id, whatever letters it was typed in. */
export const ruleCalled = (rules: RuleInfo[], id: string): RuleInfo | undefined =>
  rules.find((rule) => rule.id.toLowerCase() === id.toLowerCase());

const unknownRule = ({ say }: Talking, rule: string): Answer => ({
  view: messageView('?', say('rules.unknown', { rule }), { paragraphs: [say('rules.unknown-text')] }),
});

const found = (talking: Talking, rules: RuleInfo[]): Answer => {
  const { say, turn } = talking;
  const [first] = rules;
  if (first === undefined)
    return {
      view: messageView('?', say('rules.none'), { paragraphs: [say('rules.none-text')] }),
      talk: { lastIntent: 'rule' },
    };
  if (rules.length === 1) return { view: ruleView(talking, first), talk: { lastIntent: 'rule' } };
  const listed = rules.slice(0, LISTED);
  const lines = listed.map(({ id, statement, source }) => ({
    symbol: 'i',
    text: statement[turn.language],
    place: placeOf(id, source, wordingOf(talking)),
  }));
  return {
    view: messageView('i', say('rules.found', { count: listed.length }), {
      lines,
      actions: listed.slice(0, WITH_BUTTON).map(({ id }) => ruleButton(talking, id)),
    }),
    talk: { lastIntent: 'rule' },
  };
};

const wordsAsked = ({ text }: Talking, { entities }: Asked): string => [text, entities.offer ?? ''].join(' ');

/** "Hvad siger reglerne om …": one rule by its id, else the rules that speak of it. */
export const rule: Handler = (talking, asked) =>
  withRulebook(talking, async ({ rules }) => {
    const { rule: id, offer } = asked.entities;
    if (id !== undefined) {
      const called = ruleCalled(rules, id);
      return called === undefined
        ? unknownRule(talking, id)
        : { view: ruleView(talking, called), talk: { lastIntent: 'rule' } };
    }
    const search = {
      words: wordsAsked(talking, asked),
      common: talking.say('rules.common-words'),
      ...(offer === undefined ? {} : { kind: offer }),
    };
    return found(talking, searchRules(rules, search, talking.turn.language));
  });
