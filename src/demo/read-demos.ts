import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ZodError, prettifyError } from 'zod';
import { formatDate } from '../format/format.ts';
import { type Demo, readDemo } from './demo-document.ts';

const FILE = 'demo.yaml';

const reasonOf = (error: unknown): string =>
  error instanceof ZodError ? prettifyError(error) : error instanceof Error ? error.message : String(error);

/** A demo that is a copy of another, in part, would lose people and cases without a word: the first one's would stand. */
const refuseMixedUp = (folder: string, demo: Demo, before: readonly Demo[]): void => {
  if (demo.municipality !== folder)
    throw new Error(`it says municipality: ${demo.municipality}, but it lies in ${folder}`);
  const twin = before.find(({ tenantId }) => tenantId === demo.tenantId);
  if (twin !== undefined)
    throw new Error(
      `its tenantId is that of ${twin.municipality}; give it one of its own, for example another last digit`,
    );
  const first = before.find(({ shownFirst }) => shownFirst);
  if (demo.shownFirst && first !== undefined)
    throw new Error(`it says shown: first, and so does ${first.municipality}; only one may`);
};

/**
 * The demos of all municipalities under `rulebooks` that have a `demo.yaml`, in the order of the folders' names, with
 * dates from `today` on. Throws, naming the file, when one cannot be used or two do not go together.
 */
export const readDemos = (rulebooks: string, today: string): Demo[] => {
  const demos: Demo[] = [];
  for (const folder of readdirSync(rulebooks).toSorted()) {
    const path = join(rulebooks, folder, FILE);
    if (!existsSync(path)) continue;
    try {
      const demo = readDemo(readFileSync(path, 'utf8'), today, (iso) => formatDate(iso, 'da'));
      refuseMixedUp(folder, demo, demos);
      demos.push(demo);
    } catch (error) {
      throw new Error(`${join(basename(rulebooks), folder, FILE)} cannot be used: ${reasonOf(error)}`, {
        cause: error,
      });
    }
  }
  return demos;
};
