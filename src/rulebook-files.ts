import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createShelf, type RulebookFile, type Shelf } from './rulebook/shelf.ts';

const versionFile = /^\d{4}-\d{2}-\d{2}\.yaml$/;

/**
 * Reads all rulebooks below a folder: `<municipality>/<valid-from>.yaml`, and `common.yaml` beside the municipalities.
 * Throws a RulebookError that names every mistake's file, line and column.
 */
export const readShelf = (folder: string): Shelf => {
  const read = (...path: string[]): RulebookFile => ({
    path: join(basename(folder), ...path),
    text: readFileSync(join(folder, ...path), 'utf8'),
  });
  const files = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap(({ name }) =>
      readdirSync(join(folder, name))
        .filter((file) => versionFile.test(file))
        .map((file) => read(name, file)),
    );
  return createShelf(files, read('common.yaml'));
};
