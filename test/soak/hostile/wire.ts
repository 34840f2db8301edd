import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Dice } from './nasty.ts';
import type { Draft } from './mutations.ts';

/** A request as it goes over the wire. */
export interface Wire {
  method: string;
  path: string;
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

/** A way to meddle with the request that carries an activity. */
export interface WireMutation {
  name: string;
  breaks: (draft: Draft) => boolean;
  apply: (wire: Wire, draft: Draft, dice: Dice) => void;
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const textOf = ({ body }: Wire): string => new TextDecoder().decode(body);

export const wireOf = (activity: unknown): Wire => ({
  method: 'POST',
  path: '/api/messages',
  headers: { 'content-type': 'application/json' },
  body: bytes(JSON.stringify(activity)),
});

const always = (): boolean => true;
const never = (): boolean => false;
const idKey = ({ data }: Draft): string | undefined =>
  ['requestId', 'decisionId', 'draft', 'pending'].find((key) => key in data);

export const wireMutations: WireMutation[] = [
  {
    name: 'what is not JSON',
    breaks: always,
    apply: (wire, _, dice) => {
      const text = textOf(wire);
      wire.body = bytes(
        dice.of([
          text.slice(0, -1),
          text.slice(0, dice.below(text.length)),
          `${text}${text}`,
          `${text},`,
          text.replaceAll('"', "'"),
          `)]}'\n${text}`,
          text.replace('{', '{"x":NaN,'),
          text.replace('{', '{"x":01,'),
          '',
          'null',
          '[]',
          `[${text}]`,
          JSON.stringify(text),
          '7',
          '['.repeat(20_000),
          '{"a":'.repeat(20_000),
        ]),
      );
    },
  },
  {
    name: 'a key twice',
    breaks: (draft) => idKey(draft) !== undefined,
    apply: (wire, draft, dice) => {
      const key = idKey(draft);
      if (key === undefined) return;
      const once = `"${key}":${JSON.stringify(draft.data[key])}`;
      wire.body = bytes(
        textOf(wire).replace(once, `${once},"${key}":${dice.of(['"nobody~x~r1"', '7', 'null', '""', '{}'])}`),
      );
    },
  },
  {
    name: 'a number beyond numbers',
    breaks: never,
    apply: (wire, _, dice) => {
      const big = dice.of(['1e309', '-1e309', '9'.repeat(400), '0.'.padEnd(400, '1')]);
      wire.body = bytes(textOf(wire).replace('"data":{', `"data":{"x":${big},`));
    },
  },
  {
    name: 'deeper than any stack',
    breaks: ({ button }) => button !== undefined,
    apply: (wire, _, dice) => {
      const levels = 1 + dice.below(100_000);
      wire.body = bytes(textOf(wire).replace('"data":{', `"data":{"deep":${'['.repeat(levels)}${']'.repeat(levels)},`));
    },
  },
  {
    name: 'another content type',
    breaks: always,
    apply: (wire, _, dice) => {
      wire.headers['content-type'] = dice.of([
        'text/plain',
        'text/json',
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'application/vnd.api+json',
        'application/jsonp',
        'application/xml',
        'x',
      ]);
    },
  },
  {
    name: 'another charset',
    breaks: never,
    apply: (wire, _, dice) => {
      wire.headers['content-type'] = `application/json; charset=${dice.of(['utf-16', 'latin1', 'x', ''])}`;
    },
  },
  {
    name: 'a content encoding',
    breaks: always,
    apply: (wire, _, dice) => {
      const encoding = dice.of(['gzip', 'br', 'deflate', 'identity', 'gzip, gzip', 'x']);
      wire.headers['content-encoding'] = encoding;
      if (encoding === 'gzip') wire.body = new Uint8Array(gzipSync(wire.body));
      if (encoding === 'br') wire.body = new Uint8Array(brotliCompressSync(wire.body));
    },
  },
  {
    name: 'bytes that are no text',
    breaks: never,
    apply: (wire, _, dice) => {
      const at = dice.below(wire.body.length);
      wire.body = Uint8Array.from([
        ...wire.body.subarray(0, at),
        dice.of([0xff, 0xc0, 0x00, 0xed]),
        ...wire.body.subarray(at),
      ]);
    },
  },
  {
    name: 'far more than there is room for',
    breaks: always,
    apply: (wire, _, dice) => {
      wire.body = bytes(textOf(wire).replace('{', `{"x":"${'x'.repeat(262_144 + dice.below(100_000))}",`));
    },
  },
  {
    name: 'another path or method',
    breaks: always,
    apply: (wire, _, dice) => {
      if (dice.random() < 0.5) wire.method = dice.of(['PUT', 'PATCH', 'DELETE']);
      else
        wire.path = dice.of([
          '/api/messages/x',
          '/API/MESSAGES/',
          '/api',
          '/healthz',
          '/api/messages/%2e%2e/x',
          '/..%2f..%2fetc/passwd',
          '/__proto__',
        ]);
    },
  },
];
