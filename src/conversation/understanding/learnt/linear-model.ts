/** What a sentence, or a part of it, shows: the name of each feature and how much it counts. */
export type Features = ReadonlyMap<string, number>;

/**
 * Weights learnt from labelled sentences: for each feature one weight for each class. A class's score is the sum of its
 * weights over the features that are there, so every reading can be told by what spoke for it.
 */
export interface LinearModel {
  classes: readonly string[];
  /** Where the weights of a feature begin: one for each class. */
  places: ReadonlyMap<string, number>;
  weights: ArrayLike<number>;
  /** What a weight is to be divided by. */
  unit: number;
}

const weightAt = ({ weights, unit }: LinearModel, place: number): number => (weights[place] ?? 0) / unit;

/** Multiplies the features of an example, so that a long sentence weighs no more than a short one. */
export const scaleOf = (features: Features): number => {
  let squares = 0;
  for (const value of features.values()) squares += value * value;
  return squares === 0 ? 0 : 4 / Math.sqrt(squares);
};

/** Scores of every class, in the model's order. Features the model has not met say nothing, and make it less sure. */
export const scoreClasses = (model: LinearModel, features: Features): number[] => {
  const scores = model.classes.map(() => 0);
  const scale = scaleOf(features);
  for (const [name, value] of features) {
    const place = model.places.get(name);
    if (place === undefined) continue;
    for (let at = 0; at < scores.length; at += 1)
      scores[at] = (scores[at] ?? 0) + weightAt(model, place + at) * value * scale;
  }
  return scores;
};

/** Scores as shares that add up to one. */
export const sharesOf = (scores: readonly number[]): number[] => {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
};

/** The features that weigh most in a class's score, heaviest first. */
export const heaviest = (model: LinearModel, features: Features, at: number, most: number): [string, number][] => {
  const scale = scaleOf(features);
  return [...features]
    .flatMap(([name, value]): [string, number][] => {
      const place = model.places.get(name);
      return place === undefined ? [] : [[name, weightAt(model, place + at) * value * scale]];
    })
    .filter(([, weight]) => weight !== 0)
    .toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .slice(0, most);
};
