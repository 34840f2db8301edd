import { readFileSync } from 'node:fs';
import { createShelf, type Shelf } from '../../src/rulebook/shelf.ts';

const project = new URL('../../', import.meta.url);
const read = (path: string) => ({ path, text: readFileSync(new URL(path, project), 'utf8') });

/** A shelf with rulebooks of test/rulebook/fixtures, beside the common sentences all municipalities share. */
export const fixtureShelf = (...names: string[]): Shelf =>
  createShelf(
    names.map((name) => read(`test/rulebook/fixtures/${name}.yaml`)),
    read('rulebooks/common.yaml'),
  );
