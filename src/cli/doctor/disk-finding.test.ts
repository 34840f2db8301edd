import { expect, test } from '@jest/globals';
import { diskFinding } from './disk-finding.ts';

const GB = 1024 ** 3;

test('a store of 10 GB can be purged where 21 GB are free', () => {
  expect(diskFinding(21 * GB, 10 * GB)).toMatchObject({ level: 'ok', says: '21504 MB are free on its disk' });
});

test('with less, the doctor says how much room a purge takes', () => {
  expect(diskFinding(21 * GB - 1, 10 * GB)).toMatchObject({
    level: 'warning',
    mend: 'make room: 21504 MB let it be backed up and purged',
  });
});
