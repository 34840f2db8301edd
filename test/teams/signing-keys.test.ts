import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { eventually } from '../end-to-end/world.ts';
import { newKey, type SigningKey } from '../support/token-server.ts';
import { authenticationStage } from './authentication-stage.ts';

const SECOND = 1000;
const HOUR = 60 * 60 * SECOND;
/** As long as the program lets pass between two looks at the key server. */
const PAUSE = 10 * SECOND;

let stage: Awaited<ReturnType<typeof authenticationStage>>;
const [newer, unknown] = [newKey('key-2', ['msteams']), newKey('key-unknown', ['msteams'])];

beforeAll(async () => {
  stage = await authenticationStage();
});
afterAll(() => stage.close());
/** Everything as if Makker had not been asked for days; the next request fetches the keys. */
beforeEach(() => {
  stage.clock.ahead += 48 * HOUR;
  Object.assign(stage.keyServer, { mode: 'answers', asked: 0, keys: [stage.key], keysAddress: stage.ownKeys });
  stage.forget();
});

const pass = (ms: number): void => {
  stage.clock.ahead += ms;
};
const sameServer = (address: string): string => address.replace('127.0.0.1', '[::ffff:127.0.0.1]');
/** The status of the answer to a click with a token of this key. */
const clickWith = async (key: SigningKey = stage.key) => (await stage.click(stage.bearer({}, key))).status;

describe('the keys of the Bot Framework', () => {
  test('are fetched once, however many ask at once', async () => {
    const statuses = await Promise.all(Array.from({ length: 20 }, () => clickWith()));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(stage.keyServer.asked).toBe(1);
  });

  test('are fetched again for a new one', async () => {
    expect(await clickWith()).toBe(200);
    stage.keyServer.keys = [stage.key, newer];
    pass(PAUSE);
    expect(await clickWith(newer)).toBe(200);
    expect(await clickWith()).toBe(200);
    expect(stage.keyServer.asked).toBe(2);
  });

  test('are not fetched for every token that makes one up', async () => {
    expect(await clickWith()).toBe(200);
    pass(PAUSE);
    for (let time = 0; time < 20; time += 1) expect(await clickWith(unknown)).toBe(401);
    expect(stage.keyServer.asked).toBe(2);
    expect(await clickWith()).toBe(200);
  });

  test('are renewed by the hour while they are used, and one that was withdrawn is believed no more', async () => {
    expect(await clickWith()).toBe(200);
    stage.keyServer.keys = [newer];
    pass(HOUR + SECOND);
    // Nobody waits for the renewal, so the first of them may still be let in.
    await eventually('the key is believed no more', async () => ((await clickWith()) === 401 ? true : undefined));
  });
});

describe('when the service that publishes the keys is down', () => {
  test('those that are known are good for a day, and then nobody is believed until it answers', async () => {
    expect(await clickWith()).toBe(200);
    stage.keyServer.mode = 'fails';
    pass(23 * HOUR);
    expect(await clickWith()).toBe(200);
    pass(HOUR + SECOND);
    stage.forget();
    const before = stage.stored();
    const { status, body } = await stage.click(stage.bearer());
    expect({ status, body }).toEqual({ status: 503, body: { code: 'keys-unavailable', message: expect.any(String) } });
    expect(stage.codes()).toContain('keys-unavailable');
    expect(stage.lookedFor()).not.toContain('directory');
    expect(stage.stored()).toEqual(before);
    stage.keyServer.mode = 'answers';
    pass(PAUSE);
    expect(await clickWith()).toBe(200);
  });

  test('a token of a key that is not known yet is refused as undecided', async () => {
    expect(await clickWith()).toBe(200);
    stage.keyServer.mode = 'fails';
    pass(PAUSE);
    expect(await clickWith(newer)).toBe(503);
  });

  test('and hangs, a click is refused in its time, and those after it at once, without asking again', async () => {
    stage.keyServer.mode = 'hangs';
    expect(await clickWith()).toBe(503);
    for (let time = 0; time < 20; time += 1) expect(await clickWith()).toBe(503);
    expect(stage.keyServer.asked).toBe(1);
    expect(stage.connector.calls).toEqual([]);
  });

  test.each<[string, () => Partial<typeof stage.keyServer>]>([
    // The same server, by a name that is not among those of this machine alone.
    ['names an address for them that others could answer for', () => ({ keysAddress: sameServer(stage.ownKeys) })],
    ['names no address for them', () => ({ keysAddress: 'keys' })],
    ['has none for Teams', () => ({ keys: [] })],
  ])('or %s, nobody is believed', async (_what, changes) => {
    Object.assign(stage.keyServer, changes());
    expect(await clickWith()).toBe(503);
  });

  test('in its parts: keys that are known are kept when a renewal has none for Teams', async () => {
    expect(await clickWith()).toBe(200);
    stage.keyServer.keys = [];
    pass(PAUSE);
    expect(await clickWith(newer)).toBe(503);
    expect(await clickWith()).toBe(200);
  });
});
