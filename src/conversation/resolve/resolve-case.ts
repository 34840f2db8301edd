import type { CaseItem } from '../../cases/case-item.ts';
import type { NamedCase } from '../../cases/named-case.ts';
import type { Offer } from '../../contract/case.ts';
import { seenCase } from '../access.ts';
import type { Answer, Talking } from '../services.ts';
import type { Asked } from '../talk.ts';
import { matterAnswer } from '../matter-answer.ts';
import { caseInTalk } from './case-in-talk.ts';
import { caseChoice, tooManyNamed } from './choices.ts';
import { caseNumbered, ownCases } from './find-cases.ts';
import { casesNamed } from './find-named.ts';
import { unknownCase, unknownCitizen } from './unknown.ts';

export type ResolvedCase =
  /** `carried`: the case comes from the talk before, which is then said. */
  { item: CaseItem; carried: boolean } | { answer: Answer };

/** The case itself is read for one only; whoever may no longer see it by then is told of nobody. */
const oneOf = async (talking: Talking, asked: Asked, named: NamedCase[], none: () => Answer): Promise<ResolvedCase> => {
  const [first] = named;
  if (named.length > 1) return { answer: caseChoice(talking, asked, named) };
  const found = first === undefined ? undefined : await seenCase(talking, first.id);
  return found === undefined ? { answer: none() } : { item: found.item, carried: false };
};

const byNumber = async (talking: Talking, asked: Asked, caseId: string): Promise<ResolvedCase> => {
  const item = await caseNumbered(talking, caseId);
  if (item !== undefined) return { item, carried: false };
  // Matters have numbers too, and nothing else can be asked of one than how it stands.
  return { answer: (await matterAnswer(talking, caseId)) ?? unknownCase(talking, asked, caseId) };
};

/**
 * The case a question is about: by its number, by the citizen's name, by the talk just before, by an offer of the
 * asker's own cases (`among`), else by asking. A guess is never made.
 */
export const resolveCase = async (
  talking: Talking,
  asked: Asked,
  among?: (offer: Offer) => boolean,
): Promise<ResolvedCase> => {
  const { entities, picked } = asked;
  const number = picked.caseId ?? entities.caseId;
  if (number !== undefined) return byNumber(talking, asked, number);
  const { citizen } = entities;
  if (citizen !== undefined) {
    const named = await casesNamed(talking, citizen);
    if (named === 'too-many') return { answer: tooManyNamed(talking, asked) };
    return oneOf(talking, asked, named, () => unknownCitizen(talking, asked, citizen));
  }
  const before = asked.byCpr === true ? undefined : await caseInTalk(talking, asked);
  if (before !== undefined) return before;
  const { items: own, more } = await ownCases(talking);
  const narrowed = among === undefined ? own : own.filter(({ record }) => record.offers?.some(among));
  // Where a case was asked for, the only one there is is no answer to that.
  const waits = (talking.talk.pending !== undefined && talking.talk.asked === 'caseId') || asked.byCpr === true;
  if (among !== undefined && !waits && !more && narrowed.length === 1 && narrowed[0] !== undefined)
    return { item: narrowed[0], carried: false };
  return { answer: caseChoice(talking, asked, narrowed.length > 0 ? narrowed : own) };
};
