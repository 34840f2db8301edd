import type { RulebookFile, RulebookTexts } from '../rulebook/shelf.ts';
import { readYaml } from '../rulebook/read.ts';
import { rulebookSchema } from '../rulebook/schema.ts';
import type { SideFiles } from './side.ts';

/** The two versions to compare, and the municipality they belong to; or why there are none. */
export type Chosen = { municipality: string; from: SideFiles; to: SideFiles } | { refused: string };

/** What the two are chosen from. */
interface Choice {
  /** Every version there is. */
  versions: readonly RulebookTexts[];
  /** The municipality, where it was said. */
  municipality: string | undefined;
  /** A draft by its path; undefined when no file can be read there. */
  draftAt(path: string): RulebookFile | undefined;
}

const VERSION = /^(?:([a-z][a-z0-9-]*)\/)?(\d{4}-\d{2}-\d{2})$/;

/** A side as it was named: a version by its first day, with or without its municipality, or a draft. */
type Named = { validFrom: string; municipality?: string } | { draft: SideFiles; municipality: string };

/**
 * Finds the two versions by what was said of them. A refusal names what there is to choose from.
 * Throws a RulebookError for a draft that is no rulebook.
 */
export const chooseVersions = (from: string, to: string, choice: Choice): Chosen => {
  const named: Named[] = [];
  for (const name of [from, to]) {
    const one = readName(name, choice);
    if ('refused' in one) return one;
    named.push(one);
  }
  const municipality = municipalityOf(named, choice);
  if (typeof municipality !== 'string') return municipality;
  const sides: SideFiles[] = [];
  for (const one of named) {
    const side = 'draft' in one ? one.draft : versionOf(municipality, one.validFrom, choice);
    if ('refused' in side) return side;
    sides.push(side);
  }
  const [first, second] = sides;
  if (first === undefined || second === undefined) throw new Error('two sides were named');
  return { municipality, from: first, to: second };
};

const readName = (name: string, choice: Choice): Named | { refused: string } => {
  const [, municipality, validFrom] = VERSION.exec(name) ?? [];
  if (validFrom !== undefined) return { validFrom, ...(municipality === undefined ? {} : { municipality }) };
  const file = choice.draftAt(name);
  if (file === undefined)
    return { refused: `${name} is neither a file nor a version; the versions: ${listed(choice.versions)}` };
  const { municipality: whose } = readYaml(file.path, file.text, rulebookSchema).data;
  return { draft: { file, common: commonOf(choice) }, municipality: whose };
};

/** The one municipality that was named anywhere; else the only one that has the versions. */
const municipalityOf = (named: readonly Named[], choice: Choice): string | { refused: string } => {
  const said = [choice.municipality, ...named.map(({ municipality }) => municipality)];
  const [one, other] = new Set(said.filter((municipality) => municipality !== undefined));
  if (other !== undefined)
    return { refused: `the versions of one municipality are compared, not ${one} with ${other}` };
  if (one !== undefined) return one;
  const wanted = named.flatMap((side) => ('validFrom' in side ? [side.validFrom] : []));
  const all = [...new Set(choice.versions.map(({ municipality }) => municipality))];
  const having = all.filter((municipality) =>
    wanted.every((day) => choice.versions.some((one) => one.municipality === municipality && one.version === day)),
  );
  const [only, second] = having;
  if (only === undefined)
    return { refused: `no municipality has ${wanted.join(' and ')}; the versions: ${listed(choice.versions)}` };
  return second === undefined ? only : { refused: `say whose: --municipality ${having.join(' or ')}` };
};

const versionOf = (municipality: string, validFrom: string, choice: Choice): SideFiles | { refused: string } => {
  const own = choice.versions.filter((version) => version.municipality === municipality);
  const found = own.find(({ version }) => version === validFrom);
  if (found !== undefined)
    return { file: { path: `${municipality}/${validFrom}`, text: found.text }, common: commonOf(choice) };
  if (own.length === 0) return { refused: `${municipality} has no rulebook; the versions: ${listed(choice.versions)}` };
  return { refused: `${municipality} has no version ${validFrom}; the versions: ${listed(own)}` };
};

/** The sentences above any rule are the same for all versions. */
const commonOf = ({ versions: [any] }: Choice): RulebookFile => {
  if (any === undefined) throw new Error('there are no rulebooks');
  return { path: 'common.yaml', text: any.common };
};

const listed = (versions: readonly RulebookTexts[]): string =>
  versions.map(({ municipality, version }) => `${municipality}/${version}`).join(', ');
