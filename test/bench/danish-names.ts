import { join } from 'node:path';
import { createInventedName } from '../../src/demo/invented-names.ts';
import { readInvented } from '../../src/demo/read-invented.ts';
import { seeded } from './random.ts';

const { names } = readInvented(join(import.meta.dirname, '../../demo'));

/** Invented names of many people, the same ones every time: as many share a given name or a surname as in life. */
export const danishNames = (count: number): string[] => {
  const name = createInventedName({ names, random: seeded(count), commonSurnames: 0.6 });
  return Array.from({ length: count }, name);
};
