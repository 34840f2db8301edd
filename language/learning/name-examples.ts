import { claimBeforeNames } from '../../src/conversation/understanding/read-slots.ts';
import { readSentence, type Sentence } from '../../src/conversation/understanding/sentence.ts';
import { NAME_ROLES, type NameRole } from '../../src/conversation/understanding/slots/find-names.ts';
import { nameCandidates, type NameSpan } from '../../src/conversation/understanding/slots/name-candidates.ts';
import { conceptGroups, nameFeatures } from '../../src/conversation/understanding/slots/name-features.ts';
import { nameWithoutS, spelledName } from '../../src/conversation/understanding/slots/spelled-name.ts';
import { programmeOf } from './other-names.ts';
import { type Labelled, SENTENCES_DAY } from './sentences.ts';
import type { Example } from './train.ts';

const plain = (name: unknown): string | undefined =>
  typeof name === 'string'
    ? name
        .toLowerCase()
        .replace(/[\s.,]+/g, ' ')
        .trim()
    : undefined;

const roleOf = (sentence: Sentence, span: NameSpan, labelled: Labelled): NameRole => {
  const { entities } = labelled;
  const whole = plain(spelledName(sentence, span));
  const bare = plain(nameWithoutS(sentence, span));
  const citizen = plain(entities['citizen']);
  if (citizen !== undefined && whole === citizen) return 'citizen';
  if (citizen !== undefined && bare === citizen) return 'citizen-s';
  const person = plain(entities['person']);
  if (person !== undefined && (whole === person || bare === person)) return 'person';
  return whole !== undefined && plain(programmeOf(labelled)) === whole ? 'programme' : 'none';
};

/** Every row of words of a labelled sentence that may be a name, as an example of what it is. */
export const nameExamples = (labelled: Labelled): Example[] => {
  const { text, context = {}, intent, entities } = labelled;
  // Names in what is out of scope are not always labelled, so nothing is learnt from their absence.
  if (intent === 'out-of-scope' && entities['citizen'] === undefined) return [];
  const sentence = readSentence(text, { today: SENTENCES_DAY, context });
  claimBeforeNames(sentence);
  const groups = conceptGroups(sentence);
  return nameCandidates(sentence).map((span) => {
    const role = roleOf(sentence, span, labelled);
    return {
      features: nameFeatures(sentence, span, groups),
      right: () => NAME_ROLES.map((name) => (name === role ? 1 : 0)),
    };
  });
};
