import { INTENTS, type Intent } from './intents.ts';
import { cuesAsking } from './vocabulary/cues-asking.ts';
import { cuesDoing } from './vocabulary/cues-doing.ts';

/** What speaks for (or against) an intent: it weighs in when each group has a mark present and no `absent` one is. */
export interface Cue {
  weight: number;
  all: readonly (readonly string[])[];
  absent: readonly string[];
  text: string;
}

const parse = ([weight, text]: readonly [number, string]): Cue => {
  const parts = text.split(' ');
  return {
    weight,
    all: parts.filter((part) => !part.startsWith('-')).map((part) => part.split('|')),
    absent: parts.filter((part) => part.startsWith('-')).map((part) => part.slice(1)),
    text,
  };
};

/** The cues of every intent. */
export const cues: readonly { intent: Intent; cues: readonly Cue[] }[] = INTENTS.map((intent) => ({
  intent,
  cues: (cuesAsking[intent] ?? cuesDoing[intent] ?? []).map(parse),
}));
