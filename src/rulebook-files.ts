import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { createShelf, type RulebookFile, type Shelf } from './rulebook/shelf.ts';

const versionFile = /^\d{4}-\d{2}-\d{2}\.yaml$/;

/** The files of a folder of rulebooks, as text; paths begin with the folder's own name. */
export interface RulebookFiles {
  versions: (RulebookFile & {
    /** The register of the plan, beside the rulebook: `<valid-from>.register.json`. */
    register?: RulebookFile;
  })[];
  common: RulebookFile;
}

/** Reads `<municipality>/<valid-from>.yaml` with their registers, and `common.yaml` beside the municipalities. */
export const readRulebookFiles = (folder: string): RulebookFiles => {
  const read = (...path: string[]): RulebookFile => ({
    path: join(basename(folder), ...path),
    text: readFileSync(join(folder, ...path), 'utf8'),
  });
  const municipalities = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const versions = municipalities.flatMap(({ name }) =>
    readdirSync(join(folder, name))
      .filter((file) => versionFile.test(file))
      .map((file) => {
        const register = file.replace('.yaml', '.register.json');
        return {
          ...read(name, file),
          ...(existsSync(join(folder, name, register)) && { register: read(name, register) }),
        };
      }),
  );
  return { versions, common: read('common.yaml') };
};

/**
 * Reads all rulebooks below a folder. Throws a RulebookError that names every mistake's file, line and column.
 */
export const readShelf = (folder: string): Shelf => {
  const { versions, common } = readRulebookFiles(folder);
  return createShelf(versions, common);
};
