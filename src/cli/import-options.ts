import { parseArgs } from 'node:util';
import { TRANSFERRED, type Transferred } from '../transfer/mapping.ts';
import { printable } from './printable.ts';

export const IMPORT_USAGE = `usage: makker import FILE [--mapping FILE] [--of KIND] [--municipality M] [--sheet NAME] [--dry-run]
  FILE: .csv, .xlsx, or .jsonl in the contract's own form, one record a line
  --mapping: how the columns of a source system are read, as imports/*.yaml; without it each heading is a fact's own path
  --of: ${TRANSFERRED.join(', ')}; without it what the mapping says, else cases. JSON Lines say it themselves
  --municipality: where a record belongs that names none; one of another is refused
  --sheet: the sheet of a workbook; without it the first
  --dry-run: says what would be taken, and stores nothing`;

/** Which file is taken, and how. */
export interface ImportOptions {
  file: string;
  form: 'csv' | 'xlsx' | 'lines';
  mapping?: string | undefined;
  of?: Transferred | undefined;
  municipality?: string | undefined;
  sheet?: string | undefined;
  dryRun: boolean;
}

const FORMS: Record<string, ImportOptions['form']> = {
  csv: 'csv',
  txt: 'csv',
  tsv: 'csv',
  xlsx: 'xlsx',
  jsonl: 'lines',
  ndjson: 'lines',
};

/** The options of `makker import`, or what is wrong with how it was called. */
export const readImportOptions = (args: readonly string[]): ImportOptions | { wrong: string } => {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const options = { mapping: text, of: text, municipality: text, sheet: text, 'dry-run': flag };
  let read;
  try {
    read = parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
  const { values, positionals } = read;
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) return { wrong: 'one file stands after import' };
  const ending = file.slice(file.lastIndexOf('.') + 1).toLowerCase();
  const form = FORMS[ending];
  if (form === undefined)
    return {
      wrong: `${printable(file)} ends in none of ${Object.keys(FORMS)
        .map((one) => `.${one}`)
        .join(', ')}`,
    };
  const of = TRANSFERRED.find((kind) => kind === values.of);
  if (values.of !== undefined && of === undefined)
    return { wrong: `--of ${values.of}; allowed: ${TRANSFERRED.join(', ')}` };
  const { mapping, municipality, sheet } = values;
  if (form === 'lines' && (mapping !== undefined || of !== undefined || sheet !== undefined))
    return { wrong: 'JSON Lines are in the contract’s own form; --mapping, --of and --sheet go with tables' };
  if (mapping !== undefined && of !== undefined) return { wrong: '--of or --mapping, which says it too' };
  return { file, form, mapping, of, municipality, sheet, dryRun: values['dry-run'] };
};
