import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { loadTemplates } from './templates.ts';

const cards = join(import.meta.dirname, '../../cards');

test.each(['message.json', 'parts/headline.json'])(
  'without %s nothing is rendered at all, and the error names it',
  (file) => {
    const dir = mkdtempSync(join(tmpdir(), 'cards-'));
    cpSync(cards, dir, { recursive: true });
    rmSync(join(dir, file));
    expect(() => loadTemplates(dir)).toThrow(expect.objectContaining({ code: 'template-unreadable' }));
    expect(() => loadTemplates(dir)).toThrow(file);
    rmSync(dir, { recursive: true });
  },
);
