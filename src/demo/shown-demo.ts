import type { Demo } from './demo-document.ts';

/** The demo whose chats are shown; `unknown` with what there is when a municipality without a demo was asked for. */
export type Shown = { demo: Demo | undefined } | { unknown: string; known: string[] };

/**
 * The demo of the municipality asked for; without one the demo that wants to be shown first, else the first of all.
 * None when there is no demo at all.
 */
export const shownDemo = (demos: readonly Demo[], municipality?: string): Shown => {
  if (municipality === undefined) return { demo: demos.find(({ shownFirst }) => shownFirst) ?? demos[0] };
  const demo = demos.find((candidate) => candidate.municipality === municipality);
  return demo === undefined ? { unknown: municipality, known: demos.map((each) => each.municipality) } : { demo };
};
