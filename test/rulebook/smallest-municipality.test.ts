import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { createJudge } from '../../src/judge.ts';
import { createShelf } from '../../src/rulebook/shelf.ts';
import { commonSentences } from '../support/common-sentences.ts';
import { caseRecord } from '../support/office.ts';

const contributing = readFileSync(join(import.meta.dirname, '../../CONTRIBUTING.md'), 'utf8');
const example = /```yaml\n(?<text>.*?)```/s.exec(contributing)?.groups?.['text'] ?? '';

test('The municipality that CONTRIBUTING shows is a whole file, and answers', () => {
  const judge = createJudge(createShelf([{ path: 'sandby/2026-01-01.yaml', text: example }], commonSentences));
  const outcome = (pricePerWeek: number) => {
    const offer = { id: 'ny', kind: 'guidance' as const, starts: '2026-05-04', pricePerWeek };
    return judge(caseRecord('sandby', 'C-1'), { kind: 'start-offer', offer }, [], '2026-04-01');
  };
  expect(outcome(2000)).toMatchObject({ outcome: 'allowed' });
  expect(outcome(2001)).toMatchObject({ outcome: 'needs-approval', approvals: [{ rule: 'SAN-01' }] });
});
