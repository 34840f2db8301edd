import { describe, expect, test } from '@jest/globals';
import { lintCard } from './lint.ts';
import { literal } from './literal.ts';

const card = (over: Record<string, unknown> = {}): Record<string, unknown> => ({
  type: 'AdaptiveCard',
  version: '1.5',
  speak: 'Ja',
  body: [],
  actions: [],
  ...over,
});
const withBody = (...body: unknown[]): Record<string, unknown> => card({ body });
const execute = { type: 'Action.Execute', title: 'Godkend', verb: 'approve', data: { request: 'r1' } };
const input = { type: 'Input.Text', id: 'reason', label: 'Begrundelse' };
const checks = (payload: unknown): string[] => lintCard(payload).map(({ check }) => check);

describe('a sound card', () => {
  test.each([
    ['with nothing on it', card()],
    ['with inputs and buttons', card({ body: [input], actions: [execute] })],
    ['with ten digits inside an id', card({ actions: [{ ...execute, data: { decision: 'd-af1504851234be' } }] })],
    [
      'with a case number in its data',
      card({ actions: [{ ...execute, data: { request: 'testby~REB-2012-001061~r1' } }] }),
    ],
    [
      'with a long number that may break in the middle',
      withBody({ type: 'TextBlock', text: literal('9'.repeat(10) + '1504851234'.repeat(3)) }),
    ],
    [
      'with a link written out in a text run',
      withBody({ type: 'RichTextBlock', inlines: [{ type: 'TextRun', text: '[a](b)' }] }),
    ],
  ])('%s passes', (_, payload) => {
    expect(checks(payload)).toEqual([]);
  });
});

describe('a card does not leave when', () => {
  test.each([
    ['it is no object', [], 'card'],
    ['it is of another version', card({ version: '1.6' }), 'version'],
    ['nothing can be read aloud', card({ speak: ' ' }), 'speak'],
    ['it has seven buttons', card({ actions: Array.from({ length: 7 }, () => execute) }), 'actions'],
    ['it is too large', withBody({ type: 'TextBlock', text: 'x'.repeat(41_000) }), 'size'],
    ['a template expression is left', withBody({ type: 'TextBlock', text: '${nope}' }), 'no-template'],
    ['a value is null', withBody({ type: 'TextBlock', text: null }), 'no-null'],
    ['a value is undefined', withBody({ type: 'TextBlock', text: undefined }), 'no-null'],
    ['a text has a CPR number', withBody({ type: 'TextBlock', text: 'nr. 1504851234' }), 'no-cpr'],
    ['the data of a button has one', card({ actions: [{ ...execute, data: { id: '150485-1234' } }] }), 'no-cpr'],
    [
      'the data of a button has one in other spelling',
      card({ actions: [{ ...execute, data: { id: '15.04.1985\u20111234' } }] }),
      'no-cpr',
    ],
    [
      'the data of a button has one as a number',
      card({ actions: [{ ...execute, data: { id: 1504851234 } }] }),
      'no-cpr',
    ],
    ['a heading has a link', withBody({ type: 'TextBlock', text: '[a](https://example.org)' }), 'no-link'],
    [
      'an image is fetched from elsewhere',
      withBody({ type: 'Image', altText: 'a', url: 'https://example.org/a.png' }),
      'no-link',
    ],
    [
      'a button opens a page',
      card({ actions: [{ type: 'Action.OpenUrl', title: 'a', url: 'https://example.org' }] }),
      'no-link',
    ],
    ['an image has no text', withBody({ type: 'Image', url: 'data:image/png;base64,AA' }), 'alt-text'],
    ['an input has no label', withBody({ ...input, label: '' }), 'input-label'],
    ['an input has an id that is not ASCII', withBody({ ...input, id: 'forløb' }), 'input-id'],
    ['an input is required without a message', withBody({ ...input, isRequired: true }), 'input-error'],
    ['two inputs have one id', withBody(input, { type: 'Container', items: [input] }), 'unique-id'],
    ['a button has no verb', card({ actions: [{ ...execute, verb: '' }] }), 'action-verb'],
    ['a button has no title', card({ actions: [{ ...execute, title: '' }] }), 'action-title'],
    [
      'a button has data named as an input',
      card({ body: [input], actions: [{ ...execute, data: { reason: 'x' } }] }),
      'data-apart',
    ],
    ['a button has data that no client can carry', card({ actions: [{ ...execute, data: { key: 'x' } }] }), 'data-key'],
  ])('%s', (_, payload, check) => {
    expect(checks(payload)).toEqual([check]);
  });

  test('and the finding says where, not what', () => {
    expect(lintCard(withBody({ type: 'TextBlock', text: '150485-1234' }))).toEqual([
      { check: 'no-cpr', path: '$.body[0].text', message: 'has digits in the shape of a CPR number' },
    ]);
  });
});
