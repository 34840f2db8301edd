import type { InventedFiles } from './read-invented.ts';

/** Whose names are invented: with a chance of so many that a surname is one that many bear. */
interface Invented {
  names: InventedFiles['names'];
  random: () => number;
  commonSurnames: number;
}

/** Invents a name each time it is called: some given names are common, as in life, others are not. */
export const createInventedName = ({ names, random, commonSurnames }: Invented): (() => string) => {
  /** The first ones most often. */
  const common = (list: readonly string[]): string => list[Math.floor(random() ** 1.3 * list.length)] ?? '';
  const any = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const rare = (): string => any(names.places) + any(names.endings);
  const surname = (): string => (random() < commonSurnames ? common(names.commonSurnames) : rare());
  return () => {
    const given = random() < 0.06 ? `${common(names.given)}-${common(names.given)}` : common(names.given);
    return [given, ...(random() < 0.5 ? [random() < 0.5 ? surname() : common(names.given)] : []), surname()].join(' ');
  };
};
