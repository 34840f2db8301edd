import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { civilDateAt, systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import type { Demo } from '../../src/demo/demo-document.ts';
import { findDemo } from '../../src/demo/find-demo.ts';
import { loadDemo } from '../../src/demo/load-demo.ts';
import { createLog } from '../../src/log.ts';
import { start, type Running } from '../../src/main.ts';
import { startFakeConnector, type Call, type FakeConnector } from '../support/fake-connector.ts';

interface Button {
  verb: string;
  data: Record<string, unknown>;
}

/** Every button of a card, wherever it stands in it. */
const buttonsOf = (value: unknown): Button[] => {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(buttonsOf);
  const { verb, data } = value as Partial<Button>;
  return typeof verb === 'string' ? [{ verb, data: data ?? {} }, ...inner] : inner;
};
const summaryOf = ({ body }: Call): string => String(body['summary']);

/**
 * A request for approval from the chat to the case, through the real server and adapter with the demo's people:
 * whatever happens on the way, there is one decision or a clear refusal.
 */
export function approvalSuite(
  name: string,
  open: () => Promise<{ env: Record<string, string>; remove: () => Promise<void> }>,
): void {
  describe(name, () => {
    let demo: Demo;
    let running: Running;
    let connector: FakeConnector;
    let remove: () => Promise<void>;
    let sent = 0;

    beforeEach(async () => {
      const opened = await open();
      ({ remove } = opened);
      const found = findDemo(join(import.meta.dirname, '../../rulebooks'), civilDateAt(systemClock.now()));
      const result = readConfig({ PORT: '0', ...opened.env });
      if (found === undefined || 'problems' in result) throw new Error('no demo, or its settings are refused');
      demo = found;
      running = await start(result.config, { log: createLog({ write: () => undefined }) });
      await loadDemo(demo, running);
      connector = await startFakeConnector();
    });
    afterEach(async () => {
      await running.close();
      await connector.close();
      await remove();
    });

    const asker = (): string => demo.viewers.caseworker;
    /** The demo's first question is about a case that two leads may decide. */
    const leads = (): string[] =>
      demo.people
        .filter(({ roles }) =>
          roles.some(({ role, team }) => role === 'functional-lead' && team === 'aktivitetsparate'),
        )
        .map(({ id }) => id);
    const lead = (): string => leads()[0] ?? '';

    const send = async (person: string, more: Record<string, unknown>) => {
      const { aadObjectId, tenantId } = demo.people.find(({ id }) => id === person) ?? {};
      const response = await fetch(`http://127.0.0.1:${running.port}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          id: `activity-in-${(sent += 1)}`,
          channelId: 'msteams',
          serviceUrl: connector.serviceUrl,
          from: { id: `29:${person}`, aadObjectId },
          recipient: { id: '28:bot' },
          conversation: { id: `chat-${person}`, conversationType: 'personal', tenantId },
          ...more,
        }),
      });
      expect(response.status).toBe(200);
      return response.text();
    };
    const say = (person: string, text: string) => send(person, { type: 'message', text });
    const click = (person: string, messageId: string | undefined, action: Button) =>
      send(person, { type: 'invoke', name: 'adaptiveCard/action', replyToId: messageId, value: { action } });

    const to = (person: string): Call[] =>
      connector.calls.filter(({ conversationId }) => conversationId === `chat-${person}`);
    const lastCard = (person: string, verb: string): { id: string | undefined; button: Button } => {
      for (const { givenId, body } of to(person).toReversed()) {
        const button = buttonsOf(body).find((each) => each.verb === verb);
        if (button !== undefined) return { id: givenId, button };
      }
      throw new Error(`${person} has no card with a button ${verb}: ${to(person).map(summaryOf).join(', ')}`);
    };

    /** The leads have opened the bot; the caseworker asks, and asks for approval. */
    const requested = async (reachable = leads()): Promise<Button> => {
      for (const person of reachable) await say(person, 'hjælp');
      await say(asker(), demo.ask[0]?.say ?? '');
      const { id, button } = lastCard(asker(), 'request-approval');
      await click(asker(), id, button);
      await connector.received(reachable.length + 1 + reachable.length);
      return button;
    };
    const caseOf = async () => {
      const page = await running.store.findCases(demo.municipality, { by: 'all' }, { limit: 1000 });
      const found = page.items.find(({ item }) => item.requests.length > 0);
      if (found === undefined) throw new Error('no case has a request');
      return found.item;
    };
    const decisions = async () => {
      const { audit, requests } = await caseOf();
      expect(requests).toHaveLength(1);
      return audit.filter(({ what }) => what === 'request-approved' || what === 'request-rejected').length;
    };
    const state = async () => (await caseOf()).requests.map((request) => request.state);

    test('approved once: sign-offs and end date are in the case, and every card shows who decided', async () => {
      await requested();
      const before = (await caseOf()).record.offers?.[0]?.ends ?? '';
      const { id, button } = lastCard(lead(), 'approve');
      const sentBefore = connector.calls.length;
      expect(await click(lead(), id, button)).toContain('Godkendt');
      // The asker's notice, and an edit of the cards of two leads and of the asker.
      await connector.received(sentBefore + 4);
      const item = await caseOf();
      expect(item.requests[0]).toMatchObject({ state: 'approved', ended: { by: lead() } });
      expect((item.record.offers?.[0]?.ends ?? '') > before).toBe(true);
      expect(item.record.offers?.[0]?.signOffs?.some(({ by, answer }) => by === lead() && answer === 'approved')).toBe(
        true,
      );
      for (const person of [...leads(), asker()]) {
        const edit = to(person).findLast(({ method }) => method === 'PUT');
        expect(edit && summaryOf(edit)).toBe('Godkendt');
        expect(JSON.stringify(edit?.body)).toContain(demo.people.find(({ id }) => id === lead())?.name);
      }
    });

    test('two leads at the same moment: one decision, and both see it', async () => {
      await requested();
      const answers = await Promise.all(
        leads().map((person) => {
          const { id, button } = lastCard(person, 'approve');
          return click(person, id, button);
        }),
      );
      for (const answer of answers) expect(answer).toContain('Godkendt');
      expect(await decisions()).toBe(1);
    });

    test('a click delivered three times: one decision, the same answer', async () => {
      await requested();
      const { id, button } = lastCard(lead(), 'approve');
      const again = {
        type: 'invoke',
        name: 'adaptiveCard/action',
        id: 'same',
        replyToId: id,
        value: { action: button },
      };
      const answers = await Promise.all([send(lead(), again), send(lead(), again), send(lead(), again)]);
      for (const answer of answers) expect(answer).toContain('Godkendt');
      expect(await decisions()).toBe(1);
    });

    test('asked for twice: one request', async () => {
      const button = await requested();
      await click(asker(), 'activity-x', button);
      expect(await state()).toEqual(['open']);
    });

    test('rejected only with a reason', async () => {
      await requested();
      const { id, button } = lastCard(lead(), 'reject');
      await click(lead(), id, button);
      expect(await state()).toEqual(['open']);
      const reason = 'Der er et billigere tilbud';
      expect(await click(lead(), id, { ...button, data: { ...button.data, reason } })).toContain('Afvist');
      expect(await state()).toEqual(['rejected']);
      expect((await caseOf()).requests[0]?.ended?.reason).toBe(reason);
    });

    test('a click after the end shows the end', async () => {
      await requested();
      const approve = lastCard(lead(), 'approve');
      const { id, button } = lastCard(leads()[1] ?? '', 'reject');
      await click(lead(), approve.id, approve.button);
      const late = await click(leads()[1] ?? '', id, { ...button, data: { ...button.data, reason: 'nej' } });
      expect(late).toContain('Godkendt');
      expect(await state()).toEqual(['approved']);
      expect(await decisions()).toBe(1);
    });

    test('whoever asked, or lacks the role, changes nothing', async () => {
      await requested();
      const { button } = lastCard(lead(), 'approve');
      for (const { id } of demo.people.filter((person) => !leads().includes(person.id))) await click(id, 'x', button);
      expect(await state()).toEqual(['open']);
    });

    test('a tampered card changes nothing, and is answered with a card', async () => {
      await requested();
      const { id, button } = lastCard(lead(), 'approve');
      const { data } = button;
      const tampered: Record<string, Button> = {
        'another revision': { verb: 'approve', data: { ...data, revision: 7 } },
        'a revision that is none': { verb: 'approve', data: { ...data, revision: 'all' } },
        'another request': { verb: 'approve', data: { ...data, requestId: `${String(data['requestId'])}0` } },
        'a municipality of fantasy': { verb: 'approve', data: { ...data, requestId: 'elsewhere~C-1~r1' } },
        'no request': { verb: 'approve', data: {} },
        'an unknown verb': { verb: 'approve-all', data },
      };
      const states: Record<string, string[]> = {};
      for (const [what, each] of Object.entries(tampered)) {
        expect(await click(lead(), id, each)).toContain('"type":"AdaptiveCard"');
        states[what] = await state();
      }
      expect(states).toEqual(Object.fromEntries(Object.keys(tampered).map((what) => [what, ['open']])));
    });

    test('a lead who has not opened the bot yet gets the card when they do', async () => {
      await requested([]);
      expect(await state()).toEqual(['open']);
      expect(to(lead())).toEqual([]);
      await say(lead(), 'hej');
      await connector.received(3);
      expect(await click(lead(), undefined, lastCard(lead(), 'approve').button)).toContain('Godkendt');
    });
  });
}
