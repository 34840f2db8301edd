import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { teamsStage } from './teams-stage.ts';

const token = 'a-token-of-no-less-than-32-characters';
let stage: Awaited<ReturnType<typeof teamsStage>>;

beforeEach(async () => {
  stage = await teamsStage();
});
afterEach(() => stage.close());

/** Asks with headers that `fetch` would not send. */
const metrics = (headers: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    request(`${stage.url}/metrics`, { headers, agent: false }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .once('error', reject)
      .end();
  });

describe('whether Makker lives and can work', () => {
  test('is yes when all is well', async () => {
    for (const path of ['/healthz', '/readyz']) expect((await fetch(`${stage.url}${path}`)).status).toBe(200);
  });

  test('are two questions: without its store it lives, and cannot work', async () => {
    stage.health.status = 'store-unavailable';
    expect((await fetch(`${stage.url}/healthz`)).status).toBe(200);
    const ready = await fetch(`${stage.url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toEqual({ status: 'store-unavailable' });
  });
});

describe('the metrics without a token', () => {
  test('are there for this machine, as Prometheus reads them', async () => {
    const response = await fetch(`${stage.url}/metrics`);
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8');
    expect(await response.text()).toBe('makker_relay_lease 1\n');
  });

  test.each([
    ['a proxy on it that asks for somebody else', { 'x-forwarded-for': '192.0.2.7' }],
    ['one that says so in the standard’s way', { forwarded: 'for=192.0.2.7' }],
    ['somebody who calls it by another name', { host: 'makker.test' }],
    ['somebody with a token that nobody set', { 'x-forwarded-for': '192.0.2.7', authorization: `Bearer ${token}` }],
  ])('are not there for %s', async (_who, headers) => {
    expect(await metrics(headers)).toBe(403);
    expect(stage.lines).toContainEqual(expect.objectContaining({ code: 'metrics-refused' }));
  });
});

describe('the metrics with a token', () => {
  beforeEach(async () => {
    await stage.close();
    stage = await teamsStage({}, { metricsToken: token });
  });

  test('are there for whoever has it, from wherever', async () => {
    expect(await metrics({ 'x-forwarded-for': '192.0.2.7', authorization: `Bearer ${token}` })).toBe(200);
  });

  test.each([{}, { authorization: 'Bearer no' }, { authorization: token }, { authorization: `Bearer ${token}x` }])(
    'are not there for %j',
    async (headers) => {
      expect(await metrics(headers)).toBe(401);
    },
  );
});
