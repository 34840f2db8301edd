import { maskCpr } from '../privacy/cpr.ts';
import type { Step } from './fact-type.ts';
import type { KeyOf } from './gather.ts';
import { type MappedColumn, type Mapping, factsFor } from './mapping.ts';
import type { RefusedCell } from './refused-cell.ts';
import type { Numbers } from './read-cell.ts';

/** A column of the table that is read. */
export interface LaidColumn extends MappedColumn {
  index: number;
  heading: string;
  /** The path of the list whose entry it is part of; empty for a fact of the record itself. */
  list: string;
}

const listOf = (steps: readonly Step[]): string => {
  const last = steps.findLastIndex(({ list }) => list);
  return steps
    .slice(0, last + 1)
    .map(({ name }) => name)
    .join('.');
};

/** How the rows of one table are read. */
export interface Layout {
  mapping: Mapping;
  numbers: Numbers;
  /** How many cells the headings have. */
  width: number;
  columns: LaidColumn[];
  /** Where the id of the row's record stands. */
  idIndex: number;
  /** Headings that stand for nothing: their columns are not read. */
  notRead: string[];
  /** Headings of the mapping that the file does not have: what they are about stays as it is. */
  absent: string[];
}

/** Lays the headings of a table out by its mapping, or says which cannot be used. */
export const layOut = (
  cells: readonly string[],
  mapping: Mapping,
  numbers: Numbers,
): { layout: Layout } | { refused: RefusedCell[] } => {
  const headings = cells.map((cell) => cell.trim());
  const columns = headings.flatMap((heading, index) => {
    const column = mapping.columnOf(heading.toLowerCase());
    return column === undefined ? [] : [{ ...column, index, heading: maskCpr(heading), list: listOf(column.steps) }];
  });
  const at = (column: string, why: string): RefusedCell => ({ row: 1, column, why });
  const twice = columns.filter(({ path }, index) => columns.findIndex((one) => one.path === path) !== index);
  const id = columns.find(({ path }) => path === 'id');
  const wanted = mapping.headings.filter((heading) => mapping.columnOf(heading)?.path === 'id');
  const refused = twice.map(({ heading }) => at(heading, 'the column is there twice; allowed: once'));
  if (id === undefined) {
    const allowed = wanted.length > 0 ? wanted : factsFor(mapping.of);
    refused.push(at('id', `no column says which record a row is of; allowed headings: ${allowed.join(', ')}`));
  }
  if (id === undefined || refused.length > 0) return { refused };
  const lower = new Set(headings.map((heading) => heading.toLowerCase()));
  return {
    layout: {
      mapping,
      numbers: mapping.numbers ?? numbers,
      width: headings.length,
      columns,
      idIndex: id.index,
      notRead: headings
        .filter((heading) => heading !== '' && mapping.columnOf(heading.toLowerCase()) === undefined)
        .map(maskCpr),
      absent: mapping.headings.filter((heading) => !lower.has(heading)),
    },
  };
};

const municipalityIn = ({ columns }: Layout): LaidColumn | undefined =>
  columns.find(({ path }) => path === 'municipality');

/** How many cells of a row it takes to tell its record from others. */
export const keyCells = (layout: Layout): number => 1 + Math.max(layout.idIndex, municipalityIn(layout)?.index ?? 0);

/** What tells the records of a table apart: the id, and where a column has it the municipality. */
export const keyIn = (layout: Layout, municipality = ''): KeyOf => {
  const { idIndex } = layout;
  const column = municipalityIn(layout);
  if (column === undefined) return (cells) => cells[idIndex] ?? '';
  return (cells) => {
    const id = cells[idIndex] ?? '';
    const text = cells[column.index] ?? '';
    const where = text === '' ? municipality : (column.values.get(text.toLowerCase()) ?? text);
    return id === '' ? '' : `${id}\n${String(where)}`;
  };
};

/** The heading of the column that a path of the record (`offers.0.ends`) comes from; the path where no column has it. */
export const headingOf = ({ columns }: Layout, path: string): string => {
  const plain = path
    .split('.')
    .filter((name) => !/^\d+$/.test(name))
    .join('.');
  return columns.find((column) => column.path === plain)?.heading ?? plain;
};
