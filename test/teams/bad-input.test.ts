import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { activityFrom, teamsStage } from './teams-stage.ts';

let stage: Awaited<ReturnType<typeof teamsStage>>;

beforeAll(async () => {
  stage = await teamsStage();
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.lines.length = 0;
  stage.said.length = 0;
  stage.clicked.length = 0;
});

const nothingHappened = (): void => {
  expect(stage.said).toEqual([]);
  expect(stage.clicked).toEqual([]);
  expect(stage.connector.calls).toEqual([]);
};

describe('a malformed activity is refused with a code, and nothing happens', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['no type', { type: undefined }, 'type'],
    ['a type that is a number', { type: 7 }, 'type'],
    ['no sender', { from: undefined }, 'from'],
    ['a sender without id', { from: { aadObjectId: 'object-anna' } }, 'from.id'],
    ['an object id that is an object', { from: { id: '29:anna', aadObjectId: {} } }, 'from.aadObjectId'],
    ['no conversation', { conversation: undefined }, 'conversation'],
    ['a conversation that is a text', { conversation: 'chat-anna' }, 'conversation'],
    ['no recipient', { recipient: null }, 'recipient'],
    ['a text that is a list', { text: ['hej'] }, 'text'],
    ['a tenant that is a number', { channelData: { tenant: { id: 1 } } }, 'channelData.tenant.id'],
    ['no service address', { serviceUrl: undefined }, 'serviceUrl'],
    ['a service address that is none', { serviceUrl: 'somewhere' }, 'serviceUrl'],
    ['a message without id', { id: undefined }, 'id'],
    ['an invoke without name', { type: 'invoke', name: undefined }, 'name'],
    ['a channel in which senders name themselves', { channelId: 'directline' }, 'channelId'],
  ])('%s', async (_what, overrides, path) => {
    const { status, body } = await stage.send(overrides);
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'activity-malformed' });
    expect(stage.lines).toMatchObject([{ code: 'activity-malformed', paths: [path] }]);
    nothingHappened();
  });

  test.each(['[]', '"hej"', 'null', '7', '{}', ''])('a body that is %s', async (body) => {
    const answer = await stage.post(body);
    expect(answer.status).toBe(400);
    expect(answer.body).toMatchObject({ code: 'activity-malformed' });
    nothingHappened();
  });

  test('an address of a service that is not ours to answer', async () => {
    const { status, body } = await stage.send({ serviceUrl: 'https://smba.trafficmanager.net.elsewhere.test/' });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'service-url-refused' });
    expect(stage.codes()).toEqual(['service-url-refused']);
    nothingHappened();
  });
});

describe('a body that cannot be read is refused', () => {
  test.each<[string, string | Uint8Array<ArrayBuffer>, Record<string, string>, number, string]>([
    ['broken JSON', '{"type": "message", 010190-1234', {}, 400, 'body-not-json'],
    ['another content type', '{}', { 'content-type': 'text/plain' }, 415, 'body-not-json'],
    ['a form', 'type=message', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'body-not-json'],
    ['compressed', Uint8Array.from(gzipSync('{}')), { 'content-encoding': 'gzip' }, 415, 'body-not-json'],
    ['more than 256 KB', JSON.stringify({ text: 'x'.repeat(300_000) }), {}, 413, 'body-too-large'],
  ])('%s', async (_what, body, headers, status, code) => {
    const answer = await stage.post(body, headers);
    expect(answer.status).toBe(status);
    expect(answer.body).toEqual({ code, message: expect.any(String) });
    // Neither the parser's words nor what was sent come back.
    expect(answer.text).not.toMatch(/JSON\.parse|Unexpected|1234|xxxx/);
    expect(stage.codes()).toEqual([code]);
    nothingHappened();
  });

  test('also when it comes in pieces and never says how long it is', async () => {
    const response = await fetch(`${stage.url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: new ReadableStream({
        start(stream) {
          for (let piece = 0; piece < 40; piece += 1) stream.enqueue(new TextEncoder().encode('"'.repeat(10_000)));
          stream.close();
        },
      }),
      duplex: 'half',
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: 'body-too-large' });
    nothingHappened();
  });
});

describe('what fits into a body but not into a turn', () => {
  const deep = (levels: number): string => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

  test.each([5000, 40_000])('a value nested %d deep is a click that is none of ours', async (levels) => {
    const of = activityFrom(stage.connector.serviceUrl, { type: 'invoke', name: 'adaptiveCard/action', value: 'deep' });
    const { status, body } = await stage.post(JSON.stringify(of).replace('"deep"', deep(levels)));
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain('Den knap kunne jeg ikke bruge');
    expect(stage.codes()).toEqual(['click-malformed']);
    nothingHappened();
  });

  test.each(['entities', 'membersAdded'])('%s without end are refused in one short line', async (name) => {
    const { status } = await stage.send({ [name]: Array.from({ length: 100_000 }, () => 1) });
    expect(status).toBe(400);
    expect(stage.lines).toMatchObject([{ code: 'activity-malformed', paths: [name] }]);
    nothingHappened();
  });

  test('of many wrong places the log names the first', async () => {
    expect((await stage.send({ entities: Array.from({ length: 200 }, () => 1) })).status).toBe(400);
    const paths = stage.lines[0]?.['paths'];
    expect(paths).toEqual(Array.from({ length: 20 }, (_, at) => `entities.${at}`));
  });

  test('a text longer than Teams sends', async () => {
    expect((await stage.send({ text: 'a'.repeat(100_001) })).status).toBe(400);
    expect(stage.lines).toMatchObject([{ code: 'activity-malformed', paths: ['text'] }]);
    nothingHappened();
  });
});

describe('a click that is none of ours is answered with a card, and nothing happens', () => {
  test.each<[string, unknown]>([
    ['nothing', {}],
    ['no value', undefined],
    ['a text', 'approve'],
    ['no verb', { action: { data: {} } }],
    ['a verb that is a number', { action: { verb: 1, data: {} } }],
    ['an empty verb', { action: { verb: '', data: {} } }],
    ['data that is a list', { action: { verb: 'approve', data: [1] } }],
    ['data that is a text', { action: { verb: 'approve', data: 'all' } }],
    ['data with an object in it', { action: { verb: 'approve', data: { role: { is: 'boss' } } } }],
    ['data with null in it', { action: { verb: 'approve', data: { requestId: null } } }],
  ])('%s', async (_what, value) => {
    const { status, body } = await stage.click(value);
    expect(status).toBe(200);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(JSON.stringify(body)).toContain('Den knap kunne jeg ikke bruge');
    expect(stage.codes()).toEqual(['click-malformed']);
    nothingHappened();
  });

  test('and an invoke this bot does not take is refused, never as a failure of ours', async () => {
    const { status, body } = await stage.click({}, { name: 'composeExtension/submitAction' });
    expect(status).toBe(400);
    expect(body).toEqual({ code: 'invoke-unknown' });
    nothingHappened();
  });
});

describe('what the server does not serve', () => {
  test.each([
    ['GET', '/api/messages', 405],
    ['GET', '/nowhere', 404],
    ['POST', '/healthz', 405],
  ])('%s %s is refused without details', async (method, path, status) => {
    const response = await fetch(`${stage.url}${path}`, { method });
    expect(response.status).toBe(status);
    expect(await response.json()).toEqual({ code: 'request-refused', message: expect.any(String) });
  });

  test('an unknown kind of activity is taken and left alone', async () => {
    expect((await stage.send({ type: 'messageReaction', id: 'r1' })).status).toBe(200);
    nothingHappened();
  });

  test('a name with traps in it arrives as it is and does no harm', async () => {
    const text = JSON.stringify(activityFrom(stage.connector.serviceUrl)).replace(
      '"text":"hej"',
      '"text":"hej","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}',
    );
    expect((await stage.post(text)).status).toBe(200);
    expect({}).not.toHaveProperty('polluted');
    stage.connector.calls.length = 0;
  });
});
