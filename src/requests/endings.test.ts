import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { type Office, openOffice } from '../../test/support/office.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';

let office: Office;
beforeEach(async () => {
  office = await openOffice(createSqliteStore(':memory:'));
});
afterEach(() => office.store.close());

/** The offer is taken out of the record, as an import may do. */
const withoutOffer = (caseId: string) =>
  office.cases.change('testby', caseId, (item) => ({
    item: { ...item, record: { ...item.record, offers: [] } },
    result: undefined,
  }));

describe('A request about an offer that is there no more', () => {
  test('ends at the next click, with a notice to who asked', async () => {
    const { request } = await office.asked('C-1');
    await withoutOffer('C-1');
    const click = await office.approve('lone', request);
    expect(click).toMatchObject({ outcome: 'refused', why: 'stale', request: { state: 'overtaken' } });
    expect((await office.item('C-1')).outbox.at(-1)).toMatchObject({ to: { person: 'kirsten' }, what: 'post' });
  });

  test('ends with the daily run', async () => {
    await office.asked('C-1');
    await office.asked('C-2');
    await withoutOffer('C-1');
    expect(await office.requests.endDue('testby', office.today())).toBe(1);
    expect((await office.request('C-1')).state).toBe('overtaken');
    expect((await office.request('C-2')).state).toBe('open');
  });

  test('cannot be asked for again on the old answer', async () => {
    const { request } = await office.asked('C-1');
    await withoutOffer('C-1');
    const again = await office.requests.ask(office.person('kirsten'), request.decisionId);
    expect(again).toEqual({ outcome: 'refused', why: 'changed' });
  });
});

describe('The end of a request by itself', () => {
  test('its last day still counts; a click the day after ends it visibly', async () => {
    const first = await office.asked('C-1');
    const second = await office.asked('C-2');
    office.setDay('2026-04-15');
    expect(await office.approve('lone', first.request)).toMatchObject({ outcome: 'recorded' });
    office.setDay('2026-04-16');
    const late = await office.approve('lone', second.request);
    expect(late).toMatchObject({ outcome: 'refused', why: 'ended', request: { state: 'expired' } });
    expect((await office.item('C-2')).outbox.at(-1)).toMatchObject({ to: { person: 'kirsten' }, what: 'post' });
  });

  test('the daily run ends what has run out, and nothing else', async () => {
    await office.asked('C-1');
    office.setDay('2026-04-05');
    await office.asked('C-2');
    office.setDay('2026-04-16');
    expect(await office.requests.endDue('testby', '2026-04-16')).toBe(1);
    expect((await office.request('C-1')).state).toBe('expired');
    expect((await office.request('C-2')).state).toBe('open');
    expect(await office.requests.endDue('testby', '2026-04-16')).toBe(0);
  });

  test('the daily run ends the others where one case cannot be changed, and says which', async () => {
    await office.asked('C-1');
    await office.asked('C-2');
    office.setDay('2026-04-16');
    const { store } = office;
    const failing = await openOffice({
      ...store,
      replace: async (kind, item, etag) => {
        if (item.id === 'C-1') throw new Error('the disk is full');
        return store.replace(kind, item, etag);
      },
    });
    await expect(failing.requests.endDue('testby', '2026-04-16')).rejects.toMatchObject({
      errors: [{ message: 'the requests of C-1 could not be ended' }],
    });
    expect((await office.request('C-1')).state).toBe('open');
    expect((await office.request('C-2')).state).toBe('expired');
  });

  test('the asker takes it back; nobody else can', async () => {
    const { request } = await office.asked('C-1');
    const name = { municipality: 'testby', requestId: request.id };
    expect(await office.requests.withdraw(office.person('mona'), name)).toMatchObject({ why: 'not-entitled' });
    const kirsten = office.person('kirsten');
    expect(await office.requests.withdraw(kirsten, name)).toMatchObject({ request: { state: 'withdrawn' } });
    expect(await office.requests.withdraw(kirsten, name)).toMatchObject({ outcome: 'already' });
    expect(await office.approve('lone', request)).toMatchObject({ why: 'ended' });
  });

  test('after it the same can be asked again', async () => {
    const { request } = await office.asked('C-1');
    office.setDay('2026-04-16');
    const again = await office.requests.ask(office.person('kirsten'), request.decisionId);
    expect(again).toMatchObject({ outcome: 'created', request: { id: 'testby~C-1~r2' } });
    expect((await office.item('C-1')).requests.map(({ state }) => state)).toEqual(['expired', 'open']);
  });
});
