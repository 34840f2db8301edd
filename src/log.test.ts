import { describe, expect, test } from '@jest/globals';
import { createLog } from './log.ts';

const record = () => {
  const lines: string[] = [];
  return { lines, log: createLog({ write: (line) => lines.push(line) }) };
};

describe('the log', () => {
  test('masks CPR numbers in messages, details, errors and their stacks', () => {
    const { lines, log } = record();
    log.info('case of 010190-1234', { deep: { list: ['0101901234'] } });
    log.problem('turn-failed', { err: new Error('no case for 010190-1234') });
    log.info('escaped in the line: 010190\n1234 and 010190\t1234');
    expect(lines).toHaveLength(3);
    for (const line of lines) {
      expect(line).not.toMatch(/1234/);
      expect(JSON.parse(line)).toMatchObject({ level: expect.any(Number) });
    }
  });

  test('says the code and what to do about a problem, at the level of the code', () => {
    const { lines, log } = record();
    log.problem('activity-malformed', { paths: ['from.id'] });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 40,
      code: 'activity-malformed',
      paths: ['from.id'],
      fix: expect.stringContaining('paths'),
    });
  });
});
