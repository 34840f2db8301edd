import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { receiptKey } from './receipt-key.ts';

test('a key is made once, kept, and readable by its owner only', () => {
  const dir = mkdtempSync(join(tmpdir(), 'makker-key-'));
  try {
    const file = join(dir, 'data', 'receipt.key');
    const key = receiptKey({ file });
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(receiptKey({ file })).toBe(key);
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test.each(['', '\n', 'short\n'])('a file with %j in it is refused, and the fix is said', (content) => {
  const dir = mkdtempSync(join(tmpdir(), 'makker-key-'));
  try {
    const file = join(dir, 'receipt.key');
    writeFileSync(file, content);
    expect(() => receiptKey({ file })).toThrow(/receipt\.key has fewer than 32 characters.*put back/);
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('a given key is used as it is', () => {
  expect(receiptKey({ key: 'given' })).toBe('given');
});
