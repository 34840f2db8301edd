import { describe, expect, test } from '@jest/globals';
import { containsCpr, idContainsCpr, maskCpr, maskCprDeep } from './cpr.ts';

describe('CPR numbers are masked by their shape', () => {
  test.each([
    'Mettes nummer er 010190-1234.',
    '0101901234',
    '010190 1234',
    '010190 - 1234',
    '01.01.90-1234',
    '311299–9999, som står på sagen',
    '710190-1234', // a replacement number: day plus 60
    '12.03.1987-1234',
    '12031987-1234',
    '12 03 87 1234',
    '12 03 87 12 34',
    '12/03-87 1234',
    '120387.1234',
    '120387/1234',
    '120387_1234',
    '120387--1234',
    '120387-12 34',
    '120387\u20111234', // the hyphen that does not break
    '120387\u22121234', // minus
    '120387\u20131234', // en dash
    '120387\u20141234', // em dash
    '120387\u00ad1234', // soft hyphen
    '120387\u200b1234', // no width
    '120387-\u20601234',
    '１２０３８７－１２３４',
    'CPR120387-1234Mette',
    'den 06-01 120387-1234', // a date before it, whose digits would make another number
    '12.03.87-1234/13.03.87-1234',
    '02 06 23 2026', // could be a date and a year
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
    'REB-2026-00106',
    'REB-2012-001061',
    '1.6.2023 til 31.8.2023',
    '01.06.2023 - 31.08.2023',
    'fra 01.06 - 12.08.2023',
    'fra 10/06-11/06 2023',
    '2023-06-01',
    '2012-06-10 12:00',
    '2012-06-10T12:00:00.000Z',
    '12.03.2023',
    '01-06-2023 12 uger',
    '01.06.2023 kl. 10.30',
    '31. august 2023',
    '1.012.500,00 kr. for 12 uger',
    '20 12 34 56',
    '4fa2c3d1-9b1e-4c2d-0112-031234abcdef',
    'm², … og ½',
  ])('%s is left alone', (text) => {
    expect(containsCpr(text)).toBe(false);
    expect(maskCpr(text)).toBe(text);
  });

  test('beside a date, which stays', () => {
    expect(maskCpr('2023-06-01 120387-1234')).toBe('2023-06-01 ******-****');
    expect(maskCpr('01.06.2023 120387-1234')).toBe('01.06.2023 ******-****');
  });

  test('in an id only where no letter stands beside it', () => {
    for (const id of ['d-af1504851234be', 'testby~REB-2012-001061~r1', 'RULE-1'])
      expect([id, idContainsCpr(id)]).toEqual([id, false]);
    for (const id of ['150485-1234', '15.04.85-1234', 'testby~1504851234~r1', '150485\u22121234'])
      expect([id, idContainsCpr(id)]).toEqual([id, true]);
  });

  test('in a text of the largest size without delay', () => {
    const began = performance.now();
    for (const piece of ['12 03 87 12 34/', '0', '-', '12.', 'ab-2012-', '4fa2c3d1-']) {
      const once = maskCpr(piece.repeat(Math.ceil(240_000 / piece.length)));
      expect(maskCpr(once) === once).toBe(true);
    }
    expect(performance.now() - began).toBeLessThan(3000);
  });

  test('in whatever a value holds, keys and numbers too', () => {
    expect(maskCprDeep({ a: ['010190-1234', 2], '010190-1234': { n: 3112991234 } })).toEqual({
      a: ['******-****', 2],
      '******-****': { n: '******-****' },
    });
  });
});
