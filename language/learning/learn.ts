import { writeFileSync } from 'node:fs';
import { NAME_ROLES } from '../../src/conversation/understanding/slots/find-names.ts';
import { INTENT_CLASSES } from '../../src/conversation/understanding/weigh-intents.ts';
import type { LinearModel } from '../../src/conversation/understanding/learnt/linear-model.ts';
import {
  HUNDREDTHS,
  type ModelFile,
  modelPath,
  useModels,
} from '../../src/conversation/understanding/learnt/model-file.ts';
import { intentExamples } from './intent-examples.ts';
import { nameExamples } from './name-examples.ts';
import { withInsideTalks } from './inside-talks.ts';
import { withOtherNames } from './other-names.ts';
import { createRandom } from './random.ts';
import { allSentences, type Labelled, sentencesHash } from './sentences.ts';
import { train } from './train.ts';

/** The models of names and intents. Names first: what the names in a sentence are is part of what tells its intent. */
export const learn = (sentences: readonly Labelled[]): { names: LinearModel; intents: LinearModel } => {
  const names = train(NAME_ROLES, withOtherNames(sentences, createRandom()).flatMap(nameExamples));
  useModels({ names });
  return { names, intents: train(INTENT_CLASSES, withInsideTalks(sentences, createRandom()).flatMap(intentExamples)) };
};

/** A feature whose every weight is less, in hundredths, says next to nothing. */
const LEAST = 25;

/** The model as its file holds it: weights in hundredths, features that say next to nothing left out. */
const fileOf = ({ classes, places, weights }: LinearModel): string => {
  const rows = [...places]
    .map(([name, place]): [string, number[]] => [
      name,
      classes.map((_, at) => Math.round((weights[place + at] ?? 0) * HUNDREDTHS)),
    ])
    .filter(([, row]) => row.some((weight) => Math.abs(weight) >= LEAST))
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  const bytes = Buffer.from(Int16Array.from(rows.flatMap(([, row]) => row)).buffer);
  const file: ModelFile = {
    learntFrom: sentencesHash(),
    classes: [...classes],
    features: rows.map(([name]) => name),
    weights: bytes.toString('base64'),
  };
  return `${JSON.stringify(file)}\n`;
};

if (import.meta.main) {
  const sentences = [...allSentences().values()].flat();
  for (const [name, model] of Object.entries(learn(sentences))) {
    writeFileSync(modelPath(name), fileOf(model));
    console.log(`${name}: ${model.places.size} features learnt from ${sentences.length} sentences`);
  }
}
