import { parseArgs } from 'node:util';
import { civilDate } from '../contract/case.ts';

export const TARGETS_USAGE = `usage: makker targets --municipality M [--today YYYY-MM-DD]
       makker targets --municipality M --set TARGET/FIGURE VALUE --on YYYY-MM-DD --source TEXT --as PERSON [--replace]
  --set enters a figure from outside; --replace where one stands for the date already (the old one is kept)`;

/** A figure to be entered, as it was typed. */
export interface FigureToSet {
  target: string;
  figure: string;
  value: number;
  on: string;
  source: string;
  as: string;
  replace: boolean;
}

export interface TargetsOptions {
  municipality: string;
  today: string;
  set?: FigureToSet;
}

const read = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        municipality: { type: 'string' },
        today: { type: 'string' },
        set: { type: 'string' },
        on: { type: 'string' },
        source: { type: 'string' },
        as: { type: 'string' },
        replace: { type: 'boolean', default: false },
      },
      allowPositionals: true,
    });
  } catch {
    return undefined;
  }
};

/** Digits and at most two decimals: "1.600" could be either, and nothing else that Number takes is how people write. */
const readValue = (typed: string): number => (/^\d+(?:\.\d{1,2})?$/.test(typed) ? Number(typed) : Number.NaN);

const isDate = (text: string): boolean => civilDate.safeParse(text).success;

/** The options of `makker targets`; nothing when they make no sense. */
export const readTargetsOptions = (args: readonly string[], now: string): TargetsOptions | undefined => {
  const parsed = read(args);
  if (parsed === undefined) return undefined;
  const { values, positionals } = parsed;
  const { municipality, today = now, set, on, source, as, replace } = values;
  if (municipality === undefined || !isDate(today)) return undefined;
  if (set === undefined) {
    const alone = [on, source, as, ...positionals].every((given) => given === undefined) && !replace;
    return alone ? { municipality, today } : undefined;
  }
  const [typed, ...more] = positionals;
  const [target, figure, ...rest] = set.split('/');
  if (!typed || more.length > 0 || !target || !figure || rest.length > 0) return undefined;
  if (on === undefined || !isDate(on) || source === undefined || as === undefined) return undefined;
  return {
    municipality,
    today,
    set: { target, figure, value: readValue(typed), on, source: source.trim(), as, replace },
  };
};
