import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { catalogueItemSchema } from '../contract/case.ts';
import { BENEFITS, type Benefit, ROLES } from '../contract/vocabulary.ts';

const words = z.string().transform((text) => text.split(/\s+/));
const namesSchema = z.strictObject({ given: words, commonSurnames: words, places: words, endings: words });

const benefitsSchema = z.record(
  z.string(),
  z.strictObject({
    from: z.string(),
    benefits: z.partialRecord(
      z.enum(BENEFITS),
      z.strictObject({ size: z.number().positive(), line: z.number().int().positive() }),
    ),
  }),
);

const officeSchema = z.strictObject({
  teams: z.array(z.strictObject({ id: z.string(), name: z.string(), benefits: z.array(z.enum(BENEFITS)) })),
  casesEach: z.number().int().positive(),
  inTeam: z.array(z.enum(ROLES)),
  inMunicipality: z.array(z.enum(ROLES)),
  catalogue: z.array(catalogueItemSchema),
});

/** How large a part of the cases has which benefit. */
export type Shares = Partial<Record<Benefit, number>>;

/** What data are invented from. */
export interface InventedFiles {
  names: z.infer<typeof namesSchema>;
  office: z.infer<typeof officeSchema>;
  /** The shares of a municipality's own plan, or the mean of those that say it. */
  sharesOf(municipality: string): Shares;
}

const sharesIn = ({ benefits }: z.infer<typeof benefitsSchema>[string]): Shares => {
  const total = Object.values(benefits).reduce((sum, { size }) => sum + size, 0);
  return Object.fromEntries(Object.entries(benefits).map(([benefit, { size }]) => [benefit, size / total]));
};

/** Reads the folder `demo`. Throws what is wrong in a file; there is none where Makker is in earnest use. */
export const readInvented = (folder: string): InventedFiles => {
  const read = (file: string): unknown => load(readFileSync(join(folder, file), 'utf8'), { schema: CORE_SCHEMA });
  const shares = new Map(
    Object.entries(benefitsSchema.parse(read('benefits.yaml'))).map(([name, plan]) => [name, sharesIn(plan)]),
  );
  const all = [...shares.values()];
  const mean: Shares = Object.fromEntries(
    BENEFITS.map((benefit) => [benefit, all.reduce((sum, one) => sum + (one[benefit] ?? 0), 0) / all.length]),
  );
  return {
    names: namesSchema.parse(read('names.yaml')),
    office: officeSchema.parse(read('office.yaml')),
    sharesOf: (municipality) => shares.get(municipality) ?? mean,
  };
};
