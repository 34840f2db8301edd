import { describe, expect, test } from '@jest/globals';
import { containsCpr, maskCpr, maskCprDeep } from './cpr.ts';

describe('CPR numbers are masked by their shape', () => {
  test.each([
    'Mettes nummer er 010190-1234.',
    '0101901234',
    '010190 1234',
    '010190 - 1234',
    '01.01.90-1234',
    '311299–9999, som står på sagen',
    '710190-1234', // a replacement number: day plus 60
  ])('%s', (text) => {
    expect(containsCpr(text)).toBe(true);
    expect(maskCpr(text)).not.toMatch(/\d{4}/);
    expect(maskCpr(text)).toContain('******-****');
  });

  test.each([
    'REB-2023-00417',
    '2.200 kr. om ugen fra 01-05-2023',
    'fra 01-05-23 til 31-08-23',
    '1700000000000',
    'ring på 12345678',
    '451390-1234', // no month 13
    '201301019012345',
  ])('%s is left alone', (text) => {
    expect(containsCpr(text)).toBe(false);
    expect(maskCpr(text)).toBe(text);
  });

  test('in whatever a value holds, keys and numbers too', () => {
    expect(maskCprDeep({ a: ['010190-1234', 2], '010190-1234': { n: 3112991234 } })).toEqual({
      a: ['******-****', 2],
      '******-****': { n: '******-****' },
    });
  });
});
