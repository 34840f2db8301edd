import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { seeded } from '../../bench/random.ts';
import { HERE } from '../../end-to-end/town.ts';
import { cases, caseworkers, leads, needsSignOffs, people } from './office.ts';
import { inFlight, type Teams } from './teams.ts';

/** A click ready to be made. */
export interface Click {
  kind: string;
  who: string;
  verb: string;
  data: Record<string, unknown>;
}

const EACH = 240;
const AT_ONCE = 16;
const SHOWN = 60;

const receipt = z.object({ id: z.string(), caseId: z.string() });
const item = z.object({ requests: z.array(z.object({ id: z.string(), revision: z.number() })) });

/** The newest decision of every case that has one, and the requests, as the store has them. */
const readStore = (path: string) => {
  const db = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
  const bodies = (kind: string): unknown[] =>
    db
      .prepare('SELECT body FROM item WHERE kind = ? AND municipality = ?')
      .all(kind, HERE)
      .map(({ body }) => JSON.parse(String(body)));
  const decisions = new Map(
    bodies('receipt')
      .map((body) => receipt.parse(body))
      .map(({ id, caseId }) => [caseId, id]),
  );
  const requests = bodies('case').flatMap((body) => item.parse(body).requests.slice(-1));
  db.close();
  return { decisions, requests };
};

const shuffled = <T>(list: readonly T[], random: () => number): T[] =>
  list
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);

/**
 * Everybody opens Makker, questions are asked and some requests put; then the clicks that all of it makes possible, in
 * a mixed order: signing and rejecting, putting requests, answering with facts, asking again, looking something up.
 */
export const prepare = async (teams: Teams, path: string, seed: number): Promise<Click[]> => {
  const random = seeded(seed);
  await inFlight(people, AT_ONCE, ({ id }) => teams.say(id, 'hej'));
  const indexes = [...cases.keys()];
  const asked = [
    ...indexes.filter((index) => needsSignOffs(index)).slice(0, 4 * EACH),
    ...indexes.filter((index) => !needsSignOffs(index)).slice(0, EACH),
  ].map((index) => ({
    id: cases[index]?.id ?? '',
    who: cases[index]?.caseworker ?? '',
    lead: leads[index % leads.length]?.id ?? '',
  }));
  await inFlight(asked, AT_ONCE, ({ id, who }) =>
    teams.say(who, `Må jeg forlænge forløbet i ${id} til udgangen af august?`),
  );
  const { decisions } = readStore(path);
  const about = ({ id, who }: (typeof asked)[number], kind: string, more: Record<string, unknown> = {}): Click => ({
    kind,
    who,
    verb: kind,
    data: { decisionId: decisions.get(id) ?? '', ...more },
  });
  const part = (from: number) => asked.slice(from * EACH, (from + 1) * EACH);
  await inFlight([...part(0), ...part(1)], AT_ONCE, (one) => {
    const { who, verb, data } = about(one, 'request-approval');
    return teams.click(who, verb, data);
  });
  const { requests } = readStore(path);
  const requestIn = new Map(requests.map((request) => [request.id.split('~')[1], request]));
  const settling = (from: number, verb: 'approve' | 'reject', more: Record<string, unknown> = {}): Click[] =>
    part(from).map(({ id, lead }) => {
      const request = requestIn.get(id);
      return { kind: verb, who: lead, verb, data: { requestId: request?.id, revision: request?.revision, ...more } };
    });
  const shown = caseworkers.slice(0, SHOWN);
  return shuffled(
    [
      ...settling(0, 'approve'),
      ...settling(1, 'reject', { reason: 'Der er en plads i en virksomhed' }),
      ...part(2).map((one) => about(one, 'request-approval')),
      ...part(3).map((one) => about(one, 'ask-again')),
      ...part(4).map((one) => about(one, 'answer-facts', { 'question.likelyJobOrEducation': 'false' })),
      ...shown.map(({ id }) => ({ kind: 'show-rule', who: id, verb: 'show-rule', data: { rule: 'REB-35' } })),
      ...shown.map(({ id }) => ({ kind: 'show-agenda', who: id, verb: 'show-agenda', data: { from: 0 } })),
    ],
    random,
  );
};
