import { join } from 'node:path';
import { createAccessLog } from '../../src/access/access-log.ts';
import { watchReads } from '../../src/access/watch-reads.ts';
import { loadTexts } from '../../src/cards/texts.ts';
import type { View } from '../../src/cards/views.ts';
import type { Judge } from '../../src/cases/judge.ts';
import { createMatters, type Matters } from '../../src/cases/matter-store.ts';
import type { CatalogueItem } from '../../src/contract/case.ts';
import type { Language } from '../../src/contract/language.ts';
import type { Assistant, Click, Turn } from '../../src/conversation/assistant.ts';
import { createAssistant } from '../../src/conversation/create-assistant.ts';
import type { Services } from '../../src/conversation/services.ts';
import { createJudgeMatter } from '../../src/judge.ts';
import { createDirectory } from '../../src/people/directory.ts';
import type { RuleInfo } from '../../src/rulebook/rulebook.ts';
import type { Judgement } from '../../src/rulebook/judgement.ts';
import type { Shelf } from '../../src/rulebook/shelf.ts';
import { createSqliteStore } from '../../src/store/sqlite/sqlite-store.ts';
import { type Office, openOffice } from './office.ts';
import { testbyShelf } from './testby.ts';

export const texts = loadTexts(join(import.meta.dirname, '../../cards/texts'));

type Says = (...asked: Parameters<Judge>) => Partial<Judgement> | { notBefore: string };

/** A judge that answers "allowed" with one finding of an invented rule, unless a test says otherwise. */
export const judgeSaying =
  (says: Says = () => ({})): Judge =>
  (record, question, catalogue, today) => {
    const said = says(record, question, catalogue, today);
    if ('notBefore' in said && said.notBefore !== undefined) return { notBefore: said.notBefore };
    return {
      inquiry: { today, question, case: record, catalogue },
      outcome: 'allowed',
      findings: [
        {
          rule: 'RULE-1',
          effect: 'permits',
          text: { text: { da: 'Reglen tillader det.', en: 'The rule permits it.' }, values: {} },
          source: { document: 'Opdigtet plan', section: 'Principper', line: 12 },
          reads: [],
        },
      ],
      reminders: [],
      approvals: [],
      missing: [],
      todo: [],
      deadlines: [],
      alternatives: [],
      ownCaseworkerMay: [],
      rulebook: { municipality: record.municipality, version: '1', validFrom: '2026-01-01', hash: 'invented' },
      reads: {},
      ...said,
    };
  };

export const ruleInfo = (id: string, da: string, more: Partial<RuleInfo> = {}): RuleInfo => ({
  id,
  standing: 'evaluated',
  statement: { da, en: `${da} (en)` },
  source: { document: 'Opdigtet plan', section: 'Principper', line: 12 },
  questions: ['start-offer'],
  offerKinds: [],
  keywords: [],
  parameters: [],
  ...more,
});

type Where = Turn['conversation']['type'];

/** An office with Makker in it: who says or clicks what, and the view that comes back. */
export interface TalkingOffice extends Office {
  assistant: Assistant;
  matters: Matters;
  services: Services;
  say(who: string, text: string, where?: Where, language?: Language): Promise<View>;
  click(who: string, click: Click, where?: Where): Promise<View>;
  /** Clicks a button of a view by its verb (and title), with inputs filled in. */
  press(who: string, view: View, verb: string, inputs?: Record<string, unknown>, title?: string): Promise<View>;
}

export const openTalk = async (
  says?: Says,
  catalogue: CatalogueItem[] = [],
  shelf: Shelf = testbyShelf(),
): Promise<TalkingOffice> => {
  const { store, watch } = watchReads(createSqliteStore(':memory:'));
  const office = await openOffice(store, 'testby', judgeSaying(says));
  const { cases, receipts, requests, judge } = office;
  for (const entry of catalogue) await store.create('catalogue', { ...entry, municipality: 'testby' });
  let counted = 0;
  const matters = createMatters({
    store,
    judge: createJudgeMatter(shelf),
    clock: { now: () => Date.parse(`${office.today()}T10:00:00Z`) },
  });
  const services: Services = {
    access: createAccessLog({ store, watch }),
    cases,
    matters,
    directory: createDirectory({ store }),
    receipts,
    requests,
    shelf,
    store,
    judge,
    log: { problem: () => {} },
    say: texts,
    ids: () => `p${(counted += 1)}`,
    poke: () => {},
  };
  const assistant = createAssistant(services);
  const turn = (who: string, type: Where, language: Language): Turn => ({
    person: office.person(who),
    language,
    conversation: { id: `${type}-${type === 'personal' ? who : 'all'}`, type },
    activityId: 'a-1',
    now: `${office.today()}T10:00:00Z`,
    today: office.today(),
  });
  const click: TalkingOffice['click'] = async (who, clicked, where = 'personal') =>
    (await assistant.click(turn(who, where, 'da'), clicked)).view;
  return {
    ...office,
    assistant,
    matters,
    services,
    click,
    say: async (who, text, where = 'personal', language = 'da') =>
      (await assistant.say(turn(who, where, language), text)).view,
    press: (who, view, verb, inputs = {}, title = '') => {
      const action = view.actions.find((one) => one.verb === verb && one.title.includes(title));
      if (action === undefined) throw new Error(`no button ${verb} among ${JSON.stringify(view.actions)}`);
      return click(who, { verb, data: { ...action.data, ...inputs }, messageId: 'm-1' });
    },
  };
};
