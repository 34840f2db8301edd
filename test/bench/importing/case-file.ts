import { closeSync, openSync, writeSync } from 'node:fs';
import { isDraft, type Draft } from '../../../src/cases/drafts.ts';
import { factsFor } from '../../../src/transfer/mapping.ts';
import { generatedRecords } from '../../support/generated-records.ts';

/** What a case system exports: a row for the case, and one for each of its offers, their bids and follow-ups, and its events, in the same columns. */
const HEADINGS = factsFor('cases').filter((path) => !path.startsWith('offers.signOffs') && path !== 'municipality');

const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** A value as a Danish office writes it. */
const cell = (value: unknown): string => {
  if (typeof value === 'boolean') return value ? 'ja' : 'nej';
  if (typeof value === 'number') return value.toLocaleString('da-DK');
  return typeof value === 'string' ? value.replace(DATE, '$3-$2-$1') : '';
};

type Cells = Record<string, unknown>;

/** The cells of a part of a record, and a row for each entry of its lists, which names the entry it belongs to. */
const cellsOf = (part: Draft, path: string, names: Cells): { cells: Cells; rows: Cells[] } => {
  const cells: Cells = { ...names };
  const rows: Cells[] = [];
  for (const [name, value] of Object.entries(part)) {
    const at = path === '' ? name : `${path}.${name}`;
    if (Array.isArray(value))
      for (const entry of value.filter(isDraft)) {
        const below = cellsOf(entry, at, path === '' ? names : { ...names, [`${path}.id`]: part['id'] });
        rows.push(below.cells, ...below.rows);
      }
    else if (isDraft(value)) Object.assign(cells, cellsOf(value, at, {}).cells);
    else cells[at] = value;
  }
  return { cells, rows };
};

const rowsOf = (record: Draft): string[] => {
  const { cells, rows } = cellsOf(record, '', { id: record['id'] });
  return [cells, ...rows].map((row) => HEADINGS.map((heading) => cell(row[heading])).join(';'));
};

/** Writes the export of many invented cases, as Windows-1252 with `;`; answers how many rows it has. */
export const writeCaseFile = (file: string, municipality: string, today: string, count: number): number => {
  const out = openSync(file, 'w');
  let [lines, rows] = [[HEADINGS.join(';')], 0];
  const flush = (): void => {
    writeSync(out, Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1'));
    lines = [];
  };
  for (const record of generatedRecords({ municipality, today, count })) {
    const own = rowsOf({ ...record, citizen: { ...record.citizen, name: `Åse ${record.citizen.name}` } });
    rows += own.length;
    lines.push(...own);
    if (lines.length > 5000) flush();
  }
  if (lines.length > 0) flush();
  closeSync(out);
  return rows;
};
