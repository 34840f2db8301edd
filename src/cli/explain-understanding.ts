import type { Explanation } from '../conversation/understanding/understanding.ts';

const LABEL = 13;

/** Rows under one label, which stands beside the first of them. */
const part = (label: string, rows: readonly string[]): string[] =>
  rows.map((row, at) => `${(at === 0 ? label : '').padEnd(LABEL)}${row}`.trimEnd());

const columns = (rows: readonly (readonly [string, string])[]): string[] => {
  const widest = Math.max(0, ...rows.map(([first]) => first.length));
  return rows.map(([first, second]) => `${first.padEnd(widest)}  ${second}`);
};

const decided = ({ needsClarification, readings = [], intent, confidence }: Explanation['understanding']): string => {
  if (!needsClarification) return `${intent}, confidence ${confidence}`;
  return readings.length === 0 ? 'nothing, so help is shown' : `not certain, so it is asked: ${readings.join(', ')}`;
};

const written = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** How a sentence was understood, for people: what came out, its slots, every score with its cues, and the margin. */
export const accountOf = ({ understanding, tags, scores, margin }: Explanation): string => {
  const { entities, language, containsCpr } = understanding;
  const slots = columns(Object.entries(entities).map(([name, value]) => [name, written(value)]));
  const ranked = columns(scores().map(({ intent, score, cues }) => [`${score.toFixed(2)} ${intent}`, cues.join('  ')]));
  return [
    ...part('understood', [decided(understanding)]),
    ...part('slots', slots.length === 0 ? ['none'] : slots),
    ...part('scores', ranked.length === 0 ? ['none'] : ranked),
    ...part('margin', [margin.toFixed(2)]),
    ...part('marks', [tags.length === 0 ? 'none' : tags.join(', ')]),
    ...part('language', [language]),
    ...(containsCpr ? part('CPR number', ['yes; it is in none of the slots']) : []),
  ].join('\n');
};
