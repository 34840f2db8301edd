import type { Rulebook } from '../rulebook/compile.ts';
import { readYaml } from '../rulebook/read.ts';
import { rulebookSchema, type RulebookSource } from '../rulebook/schema.ts';
import { createShelf, type RulebookFile } from '../rulebook/shelf.ts';

/** One of the two versions as texts: what a thread needs to have its rules. */
export interface SideFiles {
  file: RulebookFile;
  common: RulebookFile;
}

/** One of the two versions, ready to answer. */
export interface Side {
  rulebook: Rulebook;
  source: RulebookSource;
}

/**
 * Compiles one version as it stands on a civil date; one that begins later, as on its first day.
 * Throws a RulebookError with every mistake's file, line and column.
 */
export const compileSide = ({ file, common }: SideFiles, today: string): Side => {
  const shelf = createShelf([file], common);
  const source = readYaml(file.path, file.text, rulebookSchema).data;
  const found = shelf.on(source.municipality, today < source.validFrom ? source.validFrom : today);
  if (!('rulebook' in found)) throw new Error(`${file.path} has no rules on ${today}`);
  return { rulebook: found.rulebook, source };
};
