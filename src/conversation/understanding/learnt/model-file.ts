import { readFileSync } from 'node:fs';
import type { LinearModel } from './linear-model.ts';

/** Weights are kept in hundredths. */
export const HUNDREDTHS = 100;

/** What `npm run learn` writes to `language/learnt`. */
export interface ModelFile {
  /** Hash of the sentences it was learnt from. */
  learntFrom: string;
  classes: string[];
  features: string[];
  /** For each feature one for each class: 16-bit whole numbers, the low byte first, as base64. */
  weights: string;
}

const folder = new URL('../../../../language/learnt/', import.meta.url);
export const modelPath = (name: string): URL => new URL(`${name}.json`, folder);

const loaded = new Map<string, LinearModel>();

/** A model from its file, read once. Throws when the file is missing: `npm run learn` writes it. */
export const modelCalled = (name: string): LinearModel => {
  let model = loaded.get(name);
  if (model === undefined) {
    const file: ModelFile = JSON.parse(readFileSync(modelPath(name), 'utf8'));
    const { classes, features } = file;
    const weights = new Int16Array(new Uint8Array(Buffer.from(file.weights, 'base64')).buffer);
    const places = new Map(features.map((feature, nth) => [feature, nth * classes.length]));
    loaded.set(name, (model = { classes, places, weights, unit: HUNDREDTHS }));
  }
  return model;
};

/** Puts models in the place of those in the files; read anew when there are none. For those who learn them. */
export const useModels = (models: Readonly<Record<string, LinearModel>>): void => {
  loaded.clear();
  for (const [name, model] of Object.entries(models)) loaded.set(name, model);
};
