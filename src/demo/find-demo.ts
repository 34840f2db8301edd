import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDate } from '../format/format.ts';
import { type Demo, readDemo } from './demo-document.ts';

/** The demo of the first municipality under `rulebooks` that has a `demo.yaml`; undefined when none has. */
export const findDemo = (rulebooks: string, today: string): Demo | undefined => {
  const files = readdirSync(rulebooks).map((folder) => join(rulebooks, folder, 'demo.yaml'));
  const file = files.toSorted().find((path) => existsSync(path));
  if (file === undefined) return undefined;
  return readDemo(readFileSync(file, 'utf8'), today, (iso) => formatDate(iso, 'da'));
};
