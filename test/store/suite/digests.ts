import { expect, test } from '@jest/globals';
import { digestId, type DigestJob } from '../../../src/agenda/digest-job.ts';
import type { Bench } from './bench.ts';

const job = (municipality: string, team: string, day: string, sendAt?: string): DigestJob => ({
  id: digestId(day, 'team', { team }),
  municipality,
  day,
  what: 'team',
  to: { team },
  plannedAt: `${day}T06:30:00.000Z`,
  state: 'waiting',
  attempts: 0,
  ...(sendAt !== undefined && { sendAt }),
});

/** The jobs of the digests, found by when they want something sent. */
export const digests = (bench: Bench): void => {
  const found = async (town: string, before: string, begins = '2026-03-02~') =>
    (await bench.store.findDigests(town, { by: 'sendAt', before, begins }, { limit: 10 })).items;

  test('digest jobs are found by when they want something sent, of one day, and not once they want nothing', async () => {
    const [here, there] = [bench.newTown(), bench.newTown()];
    for (const one of [
      job(here, 'nord', '2026-03-02', '2026-03-02T07:00:00.000Z'),
      job(here, 'syd', '2026-03-02', '2026-03-02T06:30:00.000Z'),
      job(here, 'vest', '2026-03-02', '2026-03-02T07:00:00.001Z'),
      job(here, 'oest', '2026-03-02'),
      job(here, 'nord', '2026-02-27', '2026-02-27T06:30:00.000Z'),
      job(there, 'nord', '2026-03-02', '2026-03-02T06:30:00.000Z'),
    ])
      await bench.store.create('digest', one);
    const due = await found(here, '2026-03-02T07:00:00.000Z');
    expect(due.map(({ item }) => item.id)).toEqual(['2026-03-02~team~syd', '2026-03-02~team~nord']);
    const [syd] = due;
    await bench.store.replace('digest', job(here, 'syd', '2026-03-02'), syd?.etag ?? '');
    expect((await found(here, '2026-03-02T07:00:00.000Z')).map(({ item }) => item.id)).toEqual([
      '2026-03-02~team~nord',
    ]);
    expect(await bench.store.remove('digest', here, '2026-03-02~team~nord')).toBe('removed');
    expect(await found(here, '2026-03-02T07:00:00.000Z')).toEqual([]);
    expect((await found(there, '2026-03-02T07:00:00.000Z')).map(({ item }) => item.municipality)).toEqual([there]);
  });
};
