import { compileRulebook, type Rulebook } from './compile.ts';
import { parameterDates } from './parameters.ts';
import { readYaml, RulebookError, type Located } from './read.ts';
import { commonSchema, rulebookSchema, type CommonSource, type RulebookSource } from './schema.ts';

/** A rulebook file as it was read: where it lies (for messages) and what stands in it. */
export interface RulebookFile {
  path: string;
  text: string;
}

export type OnShelf = { rulebook: Rulebook } | { notBefore: string } | { unknown: true; known: string[] };

/** All rulebooks of all municipalities, found by municipality and reference date. */
export interface Shelf {
  /**
   * The rules in force on a civil date. After a plan's period the last known stays in force; before the first there is
   * none (`notBefore` names its first day).
   */
  on(municipality: string, today: string): OnShelf;
  municipalities(): string[];
}

interface Version {
  file: Located<RulebookSource>;
  text: string;
  /** Compiled once for each stretch between two changes of a parameter, by the stretch's first day. */
  stretches: Map<string, Rulebook>;
}

/** Reads and compiles rulebook files. Throws a RulebookError with every mistake's file, line and column. */
export const createShelf = (files: readonly RulebookFile[], commonFile: RulebookFile): Shelf => {
  const common = readYaml(commonFile.path, commonFile.text, commonSchema).data;
  const versions = new Map<string, Version[]>();
  for (const { path, text } of files) {
    const file = readYaml(path, text, rulebookSchema);
    const { municipality, validFrom, validTo } = file.data;
    if (validTo < validFrom)
      file.refuse([{ path: ['validTo'], message: `${validTo} lies before validFrom ${validFrom}` }]);
    const shelf = versions.get(municipality) ?? [];
    const twin = shelf.find((other) => other.file.data.validFrom === validFrom);
    if (twin !== undefined)
      throw new RulebookError(path, [`${municipality} already has a rulebook valid from ${validFrom}`]);
    const version = { file, text, stretches: stretchesOf(file, common, text) };
    versions.set(municipality, [...shelf, version].toSorted(byStart));
  }
  return {
    municipalities: () => [...versions.keys()].toSorted(),
    on: (municipality, today) => {
      const shelf = versions.get(municipality);
      const first = shelf?.[0];
      if (shelf === undefined || first === undefined) return { unknown: true, known: [...versions.keys()].toSorted() };
      const version = shelf.findLast(({ file }) => file.data.validFrom <= today);
      if (version === undefined) return { notBefore: first.file.data.validFrom };
      const stretch = [...version.stretches].findLast(([from]) => from <= today)?.[1];
      return stretch === undefined ? { notBefore: first.file.data.validFrom } : { rulebook: stretch };
    },
  };
};

const byStart = (a: Version, b: Version): number => (a.file.data.validFrom < b.file.data.validFrom ? -1 : 1);

const stretchesOf = (file: Located<RulebookSource>, common: CommonSource, text: string): Map<string, Rulebook> =>
  new Map(parameterDates(file.data).map((from) => [from, compileRulebook(file, common, text, from)]));
