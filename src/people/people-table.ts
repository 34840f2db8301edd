import { CsvError, parse } from 'csv-parse/sync';
import { delimiterOf } from '../format/csv.ts';
import { cprRefused } from './read-field.ts';

/** What each column may be called, in small letters; the first is its own name. */
const HEADINGS = {
  id: ['id', 'initialer', 'brugernavn'],
  name: ['name', 'navn'],
  aadObjectId: ['aadobjectid', 'objectid', 'objekt-id', 'objekt id'],
  tenantId: ['tenantid', 'tenant', 'lejer-id', 'lejer id'],
  roles: ['roles', 'roller', 'role', 'rolle'],
  team: ['team', 'hold', 'afdeling'],
  from: ['from', 'fra', 'første dag'],
  to: ['to', 'til', 'sidste dag'],
} as const;
export type Column = keyof typeof HEADINGS;
export const COLUMNS = [
  'id',
  'name',
  'aadObjectId',
  'tenantId',
  'roles',
  'team',
  'from',
  'to',
] as const satisfies Column[];
const REQUIRED = ['id', 'name', 'roles'] as const satisfies Column[];

/** A cell that is refused: the row as a spreadsheet counts, the column, why, and what is allowed. */
export interface RefusedCell {
  row: number;
  column: string;
  why: string;
}

/** A row by its columns; a column that the file does not have is not there. */
export interface PeopleRow {
  row: number;
  cells: Partial<Record<Column, string>>;
}

/** What a file holds, and how it was read: which encoding, and what stood between the cells. */
export type PeopleTable = { rows: PeopleRow[]; read: string } | { refused: RefusedCell[] };

const decoded = (bytes: Uint8Array): { text: string; encoding: string } => {
  try {
    // It takes the byte order mark away.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'Windows-1252' };
  }
};

const columnOf = (heading: string): Column | undefined => {
  const name = heading.toLowerCase();
  return COLUMNS.find((column) => HEADINGS[column].some((known) => known === name));
};

const allowed = COLUMNS.map((column) => HEADINGS[column].join(' or ')).join('; ');

const headingProblems = (headings: string[]): RefusedCell[] => {
  const columns = headings.map(columnOf);
  const at = (column: string, why: string): RefusedCell => ({ row: 1, column, why });
  const unknown = headings.filter(
    (heading, index) => columns[index] === undefined && cprRefused(heading) === undefined,
  );
  const twice = COLUMNS.filter((column) => columns.filter((one) => one === column).length > 1);
  const missing = REQUIRED.filter((column) => !columns.includes(column));
  return [
    ...headings.flatMap((heading, index) => {
      const cpr = cprRefused(heading);
      return cpr === undefined ? [] : [at(`number ${index + 1}`, cpr.wrong)];
    }),
    ...unknown.map((heading) => at(heading || '(empty)', `no such column; allowed: ${allowed}`)),
    ...twice.map((column) => at(column, 'the column is there twice; allowed: once')),
    ...missing.map((column) => at(column, `the column is missing; allowed headings: ${HEADINGS[column].join(', ')}`)),
    ...(columns.includes('tenantId') && !columns.includes('aadObjectId')
      ? [at('aadObjectId', 'the column is missing; a tenantId says who somebody is only together with it')]
      : []),
  ];
};

const parsed = (text: string, delimiter: string): { records: string[][] } | { refused: RefusedCell[] } => {
  try {
    return { records: parse(text, { delimiter, trim: true, relax_column_count: true }) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const why = 'a quotation mark stands inside a cell or is not closed; allowed: "…" around a cell, "" for one in it';
    return { refused: [{ row: typeof error['lines'] === 'number' ? error['lines'] : 1, column: '(row)', why }] };
  }
};

/** Reads a list of people as an office exports it: `;` or `,` between cells, UTF-8 or Windows-1252, Danish or English headings. */
export const readPeopleTable = (bytes: Uint8Array): PeopleTable => {
  const { text, encoding } = decoded(bytes);
  const delimiter = delimiterOf(text);
  const result = parsed(text, delimiter);
  if ('refused' in result) return result;
  const [headings = [], ...records] = result.records;
  const refused = headingProblems(headings);
  if (refused.length > 0) return { refused };
  const columns = headings.flatMap((heading) => columnOf(heading) ?? []);
  const numbered = records
    .map((cells, index) => ({ row: index + 2, cells }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const uneven = numbered.filter(({ cells }) => cells.length !== columns.length);
  if (uneven.length > 0)
    return {
      refused: uneven.map(({ row, cells }) => ({
        row,
        column: '(row)',
        why: `it has ${cells.length} cells; allowed: ${columns.length}, as the headings`,
      })),
    };
  const rows = numbered.map(({ row, cells }): PeopleRow => {
    return { row, cells: Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? ''])) };
  });
  return { rows, read: `${encoding}, with ${delimiter} between cells` };
};
