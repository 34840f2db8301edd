import { expect, test } from '@jest/globals';
import { startComparer } from './comparer.ts';

test('what goes wrong in a thread reaches every batch that waits, and those that come later', async () => {
  const broken = { file: { path: 'a.yaml', text: 'rules: []' }, common: { path: 'common.yaml', text: '{}' } };
  const comparer = startComparer({ from: broken, to: broken, today: '2026-03-02', catalogue: [] });
  const refused = {
    status: 'rejected',
    reason: expect.objectContaining({ message: expect.stringContaining('is refused') }),
  };
  const waiting = await Promise.allSettled([comparer.compare([]), comparer.compare([])]);
  expect(waiting).toEqual([refused, refused]);
  await expect(comparer.compare([])).rejects.toThrow('is refused');
  await comparer.close();
});
