import { createRandom, type Random } from './random.ts';
import { type Features, type LinearModel, scaleOf } from '../../src/conversation/understanding/learnt/linear-model.ts';

export interface Example {
  features: Features;
  /** How much of the example belongs to each class, by the model so far: one class, or several that are all right. */
  right: (shares: readonly number[]) => readonly number[];
  /** Classes that cannot be right here, whatever their score. */
  impossible?: (at: number) => boolean;
}

interface Settings {
  rounds: number;
  step: number;
  /** Pulls every weight towards nothing, so that only what recurs is learnt. */
  decay: number;
  /** A feature seen less often is not learnt. */
  seen: number;
}

const defaults: Settings = { rounds: 12, step: 0.15, decay: 3e-4, seen: 4 };

const shuffle = (order: number[], random: Random): void => {
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random.next() * (at + 1));
    [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
  }
};

/** Learns weights by multinomial logistic regression: stochastic gradient descent with steps by AdaGrad. */
export const train = (classes: readonly string[], examples: readonly Example[], settings = defaults): LinearModel => {
  const counts = new Map<string, number>();
  for (const { features } of examples)
    for (const name of features.keys()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const places = new Map<string, number>();
  for (const [name, count] of counts) if (count >= settings.seen) places.set(name, places.size);

  const width = classes.length;
  const weights = new Float64Array(places.size * width);
  const squares = new Float64Array(places.size * width).fill(1e-8);
  const vectors = examples.map(({ features }) => {
    const scale = scaleOf(features);
    return [...features].flatMap(([name, value]) => {
      const place = places.get(name);
      return place === undefined ? [] : [{ place: place * width, value: value * scale }];
    });
  });

  const shares = new Float64Array(width);
  const readShares = (at: number): void => {
    const impossible = examples[at]?.impossible;
    shares.fill(0);
    for (const { place, value } of vectors[at] ?? [])
      for (let of = 0; of < width; of += 1) shares[of] = (shares[of] ?? 0) + (weights[place + of] ?? 0) * value;
    let most = -Infinity;
    let sum = 0;
    for (let of = 0; of < width; of += 1) {
      if (impossible?.(of) === true) shares[of] = -Infinity;
      most = Math.max(most, shares[of] ?? 0);
    }
    for (let of = 0; of < width; of += 1) sum += shares[of] = Math.exp((shares[of] ?? 0) - most);
    for (let of = 0; of < width; of += 1) shares[of] = (shares[of] ?? 0) / sum;
  };

  const random = createRandom();
  const order = examples.map((_, at) => at);
  for (let round = 0; round < settings.rounds; round += 1) {
    shuffle(order, random);
    for (const at of order) {
      readShares(at);
      const right = examples[at]?.right([...shares]) ?? [];
      for (let of = 0; of < width; of += 1) {
        const error = (shares[of] ?? 0) - (right[of] ?? 0);
        if (Math.abs(error) < 1e-4) continue;
        for (const { place, value } of vectors[at] ?? []) {
          const weight = place + of;
          const slope = error * value + settings.decay * (weights[weight] ?? 0);
          const square = (squares[weight] = (squares[weight] ?? 0) + slope * slope);
          weights[weight] = (weights[weight] ?? 0) - (settings.step * slope) / Math.sqrt(square);
        }
      }
    }
  }
  return {
    classes,
    places: new Map([...places].map(([name, place]) => [name, place * width])),
    weights,
    unit: 1,
  };
};
