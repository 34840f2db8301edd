import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readScenarios } from '../../src/rulebook/check/scenario.ts';
import { decide } from '../../src/rulebook/decide.ts';
import type { Inquiry } from '../../src/rulebook/judgement.ts';
import { readShelf } from '../../src/rulebook-files.ts';
import { median, medianMicros } from './measure.ts';

const root = join(import.meta.dirname, '../..');
const LOADS = 7;
const CASES_EACH = 40;

/** Milliseconds to read, validate and compile every rulebook, each time in a process of its own; the median. */
export const timeLoading = (): number => {
  const script = `
    const { readShelf } = await import(${JSON.stringify(join(root, 'src/rulebook-files.ts'))});
    const began = performance.now();
    readShelf(${JSON.stringify(join(root, 'rulebooks'))});
    process.stdout.write(String(performance.now() - began));`;
  const once = () =>
    Number(
      execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script], {
        encoding: 'utf8',
      }),
    );
  return median(Array.from({ length: LOADS }, once));
};

/** Microseconds for a case's full list of deadlines, at the median over scenarios of each municipality, and over all. */
export const timeDeadlines = async (): Promise<{ byMunicipality: Map<string, number>; overall: number }> => {
  const shelf = readShelf(join(root, 'rulebooks'));
  const files = ['hedensted', 'hjoerring', 'holbaek', 'jammerbugt', 'rebild-deadlines', 'rebild-more'];
  const works: Record<string, () => unknown> = {};
  const counted = new Map<string, number>();
  for (const file of files)
    for (const { id, today, input } of readScenarios(
      readFileSync(join(root, `test/scenarios/${file}.jsonl`), 'utf8'),
    )) {
      const { case: subject, question, catalogue = [] } = input;
      const count = counted.get(file) ?? 0;
      if (subject === undefined || question.kind !== 'deadlines' || count >= CASES_EACH) continue;
      counted.set(file, count + 1);
      const found = shelf.on(subject.municipality, today);
      if (!('rulebook' in found)) continue;
      const inquiry: Inquiry = { today, case: subject, question, catalogue };
      works[`${subject.municipality} ${id}`] = () => decide(found.rulebook, inquiry);
    }
  const times = await medianMicros(works, 3, 20);
  const byMunicipality = new Map<string, number[]>();
  for (const [name, micros] of times) {
    const [municipality = ''] = name.split(' ');
    byMunicipality.set(municipality, [...(byMunicipality.get(municipality) ?? []), micros]);
  }
  return {
    byMunicipality: new Map([...byMunicipality].map(([municipality, some]) => [municipality, median(some)])),
    overall: median([...times.values()]),
  };
};
