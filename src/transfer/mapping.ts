import { z } from 'zod';
import { caseSchema, catalogueItemSchema, matterSchema } from '../contract/case.ts';
import { teamSchema } from '../contract/people.ts';
import { COLUMNS } from '../people/people-table.ts';
import { oneOf, type Problem } from '../rulebook/language/problems.ts';
import { readYaml } from '../rulebook/read.ts';
import { type Fact, factAtPath, factPaths } from './fact-type.ts';
import { type CellValue, readCell } from './read-cell.ts';

/** What a file is of. */
export const TRANSFERRED = ['cases', 'people', 'teams', 'catalogue', 'matters'] as const;
export type Transferred = (typeof TRANSFERRED)[number];

/** The facts of a row, by what the file is of; a person is read as `makker people import` reads them. */
export const ROW_SCHEMAS: Record<Transferred, z.ZodType> = {
  cases: caseSchema,
  people: z.strictObject(Object.fromEntries(COLUMNS.map((column) => [column, z.string().optional()]))),
  teams: teamSchema,
  catalogue: catalogueItemSchema.extend({ municipality: z.string().min(1).max(100) }),
  matters: matterSchema,
};

const plain = z.union([z.string(), z.number(), z.boolean()]);
const columnSchema = z.union([
  z.string(),
  z.strictObject({
    fact: z.string(),
    /** What the system's own words mean; a word that is not here is read as it stands. */
    values: z.record(z.string(), plain).optional(),
  }),
]);
const mappingSchema = z.strictObject({
  of: z.enum(TRANSFERRED).default('cases'),
  /** The sheet of a workbook; the first without it. */
  sheet: z.string().optional(),
  /** What `1.234` means where that is not plain: danish 1234, english 1.234. */
  numbers: z.enum(['danish', 'english']).optional(),
  columns: z.record(z.string(), columnSchema),
  /** Facts that are the same in every row, where no column has them. */
  always: z.record(z.string(), plain).default({}),
});

/** A column of the file with its fact. */
export interface MappedColumn extends Fact {
  path: string;
  /** The system's words in small letters, with what each means. */
  values: ReadonlyMap<string, CellValue>;
}

/** How a source system's table is read. */
export interface Mapping {
  of: Transferred;
  sheet?: string;
  numbers?: 'danish' | 'english';
  /** The headings that are named, in small letters. */
  headings: readonly string[];
  /** What a heading (in small letters) stands for; undefined for a column that is not read. */
  columnOf(heading: string): MappedColumn | undefined;
  always: (Fact & { path: string; value: CellValue })[];
}

/** A number of a citizen is kept nowhere, so there is nothing that a column of them could be mapped to. */
const isCpr = (path: string): boolean => path.endsWith('.cpr');

/** The fact at a path for a file of this kind; undefined where there is none that is taken. */
export const factFor = (of: Transferred, path: string): Fact | undefined =>
  isCpr(path) ? undefined : factAtPath(ROW_SCHEMAS[of], path);

/** Every fact that a file of this kind may have. */
export const factsFor = (of: Transferred): string[] => factPaths(ROW_SCHEMAS[of]).filter((path) => !isCpr(path));

/** What a value that stands in the mapping itself means for its fact. */
const valueOf = (value: string | number | boolean, { type }: Fact) =>
  readCell(typeof value === 'boolean' ? (value ? 'ja' : 'nej') : String(value), type, 'english');

/** Reads and checks a mapping. Throws a RulebookError that names every mistake by line and column. */
export const readMapping = (file: string, text: string): Mapping => {
  const located = readYaml(file, text, mappingSchema);
  const { data } = located;
  const { of } = data;
  const problems: Problem[] = [];
  const factOf = (path: string, at: (string | number)[]): Fact | undefined => {
    const fact = factFor(of, path);
    const why = isCpr(path)
      ? 'a CPR number is kept nowhere; leave the column out, and it is not read'
      : `"${path}" is no fact of ${of}; ${oneOf(factsFor(of))}`;
    if (fact === undefined) problems.push({ path: at, message: why });
    return fact;
  };

  const columns = new Map<string, MappedColumn>();
  for (const [heading, column] of Object.entries(data.columns)) {
    const named = typeof column === 'string' ? { fact: column } : column;
    const at = typeof column === 'string' ? ['columns', heading] : ['columns', heading, 'fact'];
    const fact = factOf(named.fact, at);
    if (fact === undefined) continue;
    const twice = [...columns.values()].some(({ path }) => path === named.fact);
    if (twice) problems.push({ path: at, message: `"${named.fact}" has a column already; allowed: one for each fact` });
    const name = heading.trim().toLowerCase();
    if (columns.has(name))
      problems.push({
        path: ['columns', heading],
        message: `${JSON.stringify(heading)} stands here already, in other letters; allowed: once`,
      });
    const values = new Map<string, CellValue>();
    for (const [word, value] of Object.entries(named.values ?? {})) {
      const read = valueOf(value, fact);
      if ('wrong' in read) problems.push({ path: ['columns', heading, 'values', word], message: read.wrong });
      else values.set(word.trim().toLowerCase(), read.value);
    }
    columns.set(name, { ...fact, path: named.fact, values });
  }
  if (![...columns.values()].some(({ path }) => path === 'id'))
    problems.push({ path: ['columns'], message: 'no column is mapped to id; one must say which record a row is of' });

  const always: Mapping['always'] = [];
  for (const [path, value] of Object.entries(data.always)) {
    const fact = factOf(path, ['always', path]);
    if (fact === undefined) continue;
    const read = valueOf(value, fact);
    if ('wrong' in read) problems.push({ path: ['always', path], message: read.wrong });
    else always.push({ ...fact, path, value: read.value });
  }
  located.refuse(problems);
  const { sheet, numbers } = data;
  const found = { headings: [...columns.keys()], columnOf: (heading: string) => columns.get(heading) };
  return { of, ...found, always, ...(sheet !== undefined && { sheet }), ...(numbers !== undefined && { numbers }) };
};

/** The mapping of a file whose headings are the facts themselves. */
export const plainMapping = (of: Transferred): Mapping => {
  const paths = new Map(factsFor(of).map((path) => [path.toLowerCase(), path]));
  return {
    of,
    headings: [],
    always: [],
    columnOf: (heading) => {
      const path = paths.get(heading) ?? heading;
      const fact = factFor(of, path);
      return fact && { ...fact, path, values: new Map() };
    },
  };
};
