import { isoOf, dayOf } from './calendar.ts';
import { compileRulebook, type Rulebook } from './compile.ts';
import { parameterDates } from './parameters.ts';
import { readYaml, type Located } from './read.ts';
import { rulebookHash } from './rulebook-hash.ts';
import { commonSchema, rulebookSchema, type CommonSource, type RulebookSource } from './schema.ts';

/** A rulebook file as it was read: where it lies (for messages) and what stands in it. */
export interface RulebookFile {
  path: string;
  text: string;
}

/** The texts of one version, which its hash is of: what it takes to have the same rules again. */
export interface RulebookTexts {
  municipality: string;
  /** The civil date the version is valid from. */
  version: string;
  hash: string;
  text: string;
  /** The common sentences, as JSON. */
  common: string;
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
  /** The hash of every version of a municipality. */
  hashes(municipality: string): string[];
  /** Every version of every municipality, as it was read. */
  texts(): RulebookTexts[];
}

/** A version while the files are being read. */
interface Version {
  file: Located<RulebookSource>;
  path: string;
  texts: RulebookTexts;
  /** Compiled once for each stretch between two changes of a parameter, by the stretch's first day. */
  stretches: Map<string, Rulebook>;
}

/** Reads and compiles rulebook files. Throws a RulebookError with every mistake's file, line and column. */
export const createShelf = (files: readonly RulebookFile[], commonFile: RulebookFile): Shelf => {
  const common = readYaml(commonFile.path, commonFile.text, commonSchema).data;
  const versions = new Map<string, Version[]>();
  for (const { path, text } of files) {
    const file = ownStrings(readYaml(path, text, rulebookSchema));
    refuseImpossiblePeriod(file);
    const { municipality, validFrom } = file.data;
    const texts = textsOf(file.data, text, JSON.stringify(common));
    const version = { file, path, texts, stretches: stretchesOf(file, common, text) };
    const shelf = versions.get(municipality) ?? [];
    const twin = shelf.find((other) => other.file.data.validFrom === validFrom);
    if (twin !== undefined)
      file.refuse([
        {
          path: ['validFrom'],
          message: `${municipality} already has a rulebook valid from ${validFrom}: ${twin.path}`,
        },
      ]);
    versions.set(municipality, [...shelf, version].toSorted(byStart));
  }
  for (const shelf of versions.values()) {
    refuseOverlaps(shelf);
    nameSuccessors(shelf);
  }
  return shelfOf(new Map([...versions].map(([municipality, shelf]) => [municipality, shelf.map(keptOf)])));
};

/** What stays of a version: what the files were read into is not needed any more. */
interface Kept {
  validFrom: string;
  hash: string;
  stretches: Map<string, Rulebook>;
  texts: () => RulebookTexts;
}

const keptOf = ({ file, texts, stretches }: Version): Kept => {
  const { text, common, ...rest } = texts;
  // Bytes take half as much memory as characters.
  const bytes = Buffer.from(text);
  const unpacked = () => ({ ...rest, text: bytes.toString(), common });
  return { validFrom: file.data.validFrom, hash: rest.hash, stretches, texts: unpacked };
};

const shelfOf = (versions: ReadonlyMap<string, readonly Kept[]>): Shelf => ({
  municipalities: () => [...versions.keys()].toSorted(),
  hashes: (municipality) => (versions.get(municipality) ?? []).map(({ hash }) => hash),
  texts: () => [...versions.values()].flat().map(({ texts }) => texts()),
  on: (municipality, today) => {
    const shelf = versions.get(municipality);
    const first = shelf?.[0];
    if (shelf === undefined || first === undefined) return { unknown: true, known: [...versions.keys()].toSorted() };
    const version = shelf.findLast(({ validFrom }) => validFrom <= today);
    if (version === undefined) return { notBefore: first.validFrom };
    const stretch = [...version.stretches].findLast(([from]) => from <= today)?.[1];
    return stretch === undefined ? { notBefore: first.validFrom } : { rulebook: stretch };
  },
});

/**
 * The file with strings of its own: the parser's are slices of its copy of the text, and would keep that in memory. What
 * the schema lets through has a form in JSON.
 */
const ownStrings = (file: Located<RulebookSource>): Located<RulebookSource> => ({
  ...file,
  data: JSON.parse(JSON.stringify(file.data)),
});

const byStart = (a: Version, b: Version): number => (a.file.data.validFrom < b.file.data.validFrom ? -1 : 1);

const refuseImpossiblePeriod = (file: Located<RulebookSource>): void => {
  const { validFrom, validTo, extendedUntil } = file.data;
  if (validTo < validFrom)
    file.refuse([{ path: ['validTo'], message: `${validTo} lies before validFrom ${validFrom}` }]);
  if (extendedUntil !== undefined && extendedUntil <= validTo)
    file.refuse([{ path: ['extendedUntil'], message: `${extendedUntil} does not lie after validTo ${validTo}` }]);
};

/**
 * One day has one plan. (An extension may reach into the period of the next version: it was confirmed for as long as
 * there was no newer one.)
 */
const refuseOverlaps = (shelf: readonly Version[]): void => {
  for (const [nth, { file }] of shelf.entries()) {
    const next = shelf[nth + 1];
    if (next === undefined || file.data.validTo < next.file.data.validFrom) continue;
    const { validFrom } = next.file.data;
    const last = isoOf(dayOf(validFrom) - 1);
    file.refuse([
      {
        path: ['validTo'],
        message: `${file.data.validTo} overlaps ${next.path}, valid from ${validFrom}; allowed: up to ${last}`,
      },
    ]);
  }
};

/** Notes with the rules of each stretch when the next begins. */
const nameSuccessors = (shelf: readonly Version[]): void => {
  const stretches = shelf.flatMap((version) => [...version.stretches]);
  const begins = stretches.map(([from]) => from).toSorted();
  for (const [from, rulebook] of stretches) {
    const next = begins.find((begin) => begin > from);
    if (next !== undefined) rulebook.replacedOn = next;
  }
};

const textsOf = ({ municipality, validFrom }: RulebookSource, text: string, common: string): RulebookTexts => ({
  municipality,
  version: validFrom,
  hash: rulebookHash(text, common),
  text,
  common,
});

const stretchesOf = (file: Located<RulebookSource>, common: CommonSource, text: string): Map<string, Rulebook> =>
  new Map(parameterDates(file.data).map((from) => [from, compileRulebook(file, common, text, from)]));
