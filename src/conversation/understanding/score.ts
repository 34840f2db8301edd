import { type Cue, cues } from './cues.ts';
import type { Intent } from './intents.ts';

export interface Score {
  intent: Intent;
  score: number;
}

const holds = (cue: Cue, tags: ReadonlySet<string>): boolean =>
  cue.all.every((group) => group.some((tag) => tags.has(tag))) && !cue.absent.some((tag) => tags.has(tag));

/** Every intent's score for the marks of a sentence, best first; equal ones keep the order of the list of intents. */
export const scoreIntents = (tags: ReadonlySet<string>): Score[] =>
  cues
    .map(({ intent, cues: own }) => {
      let score = 0;
      for (const cue of own) if (holds(cue, tags)) score += cue.weight;
      return { intent, score };
    })
    .toSorted((a, b) => b.score - a.score);

/** The cues that weighed in, with their weights, for `--explain`. */
export const cuesFor = (intent: Intent, tags: ReadonlySet<string>): string[] =>
  (cues.find((entry) => entry.intent === intent)?.cues ?? [])
    .filter((cue) => holds(cue, tags))
    .map(({ weight, text }) => `${weight > 0 ? '+' : ''}${weight} ${text}`);
