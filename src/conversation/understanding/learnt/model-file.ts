import { readFileSync } from 'node:fs';
import type { LinearModel } from './linear-model.ts';

/** Weights are kept in hundredths. */
export const HUNDREDTHS = 100;

/** What `npm run learn` writes to `language/learnt`. */
export interface ModelFile {
  /** Hash of the sentences it was learnt from. */
  learntFrom: string;
  classes: string[];
  weights: Record<string, number[]>;
}

const folder = new URL('../../../../language/learnt/', import.meta.url);
export const modelPath = (name: string): URL => new URL(`${name}.json`, folder);

const loaded = new Map<string, LinearModel>();

/** A model from its file, read once. Throws when the file is missing: `npm run learn` writes it. */
export const modelCalled = (name: string): LinearModel => {
  let model = loaded.get(name);
  if (model === undefined) {
    const file: ModelFile = JSON.parse(readFileSync(modelPath(name), 'utf8'));
    const weights = new Map(
      Object.entries(file.weights).map(([feature, row]) => [feature, row.map((weight) => weight / HUNDREDTHS)]),
    );
    loaded.set(name, (model = { classes: file.classes, weights }));
  }
  return model;
};

/** Puts models in the place of those in the files; read anew when there are none. For those who learn them. */
export const useModels = (models: Readonly<Record<string, LinearModel>>): void => {
  loaded.clear();
  for (const [name, model] of Object.entries(models)) loaded.set(name, model);
};
