import { parseArgs } from 'node:util';
import { civilDate } from '../contract/case.ts';

export const IMPACT_USAGE = `usage: makker impact --from V1 --to V2 [--municipality M] [--today YYYY-MM-DD] [--format table|csv]
  V1, V2: a version (MUNICIPALITY/YYYY-MM-DD, or the day it is valid from), or the path of a draft`;

export interface ImpactOptions {
  from: string;
  to: string;
  municipality: string | undefined;
  today: string;
  format: 'table' | 'csv';
}

/** The options of `makker impact`; undefined for a wrong usage. `now`: the civil date where none is given. */
export const readImpactOptions = (args: readonly string[], now: string): ImpactOptions | undefined => {
  const text = { type: 'string' } as const;
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { from: text, to: text, municipality: text, today: text, format: text },
    });
    const { from, to, municipality, today = now, format = 'table' } = values;
    if (from === undefined || to === undefined || !civilDate.safeParse(today).success) return undefined;
    return format === 'table' || format === 'csv' ? { from, to, municipality, today, format } : undefined;
  } catch {
    return undefined;
  }
};
