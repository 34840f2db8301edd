import type { CaseItem } from '../../cases/case-item.ts';
import type { Offer } from '../../contract/case.ts';
import { seenCase } from '../access.ts';
import type { Answer, Talking } from '../services.ts';
import type { Asked } from '../talk.ts';
import { matterAnswer } from '../matter-answer.ts';
import { caseChoice, tooManyNamed } from './choices.ts';
import { caseNumbered, casesNamed, ownCases } from './find-cases.ts';
import { unknownCase, unknownCitizen } from './unknown.ts';

export type ResolvedCase =
  /** `carried`: the case comes from the talk before, which is then said. */
  { item: CaseItem; carried: boolean } | { answer: Answer };

const oneOf = (talking: Talking, asked: Asked, items: CaseItem[], none: () => Answer): ResolvedCase => {
  const [first] = items;
  if (first === undefined) return { answer: none() };
  return items.length === 1 ? { item: first, carried: false } : { answer: caseChoice(talking, asked, items) };
};

const byNumber = async (talking: Talking, caseId: string): Promise<ResolvedCase> => {
  const item = await caseNumbered(talking, caseId);
  if (item !== undefined) return { item, carried: false };
  // Matters have numbers too, and nothing else can be asked of one than how it stands.
  return { answer: (await matterAnswer(talking, caseId)) ?? unknownCase(talking, caseId) };
};

const fromTalk = async (talking: Talking): Promise<CaseItem | undefined> =>
  talking.talk.caseId === undefined ? undefined : (await seenCase(talking, talking.talk.caseId))?.item;

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
  if (number !== undefined) return byNumber(talking, number);
  const { citizen } = entities;
  if (citizen !== undefined) {
    const named = await casesNamed(talking, citizen);
    if (named === 'too-many') return { answer: tooManyNamed(talking, asked) };
    return oneOf(talking, asked, named, () => unknownCitizen(talking, citizen));
  }
  const before = await fromTalk(talking);
  if (before !== undefined) return { item: before, carried: true };
  const { items: own, more } = await ownCases(talking);
  const narrowed = among === undefined ? own : own.filter(({ record }) => record.offers?.some(among));
  if (among !== undefined && !more && narrowed.length === 1 && narrowed[0] !== undefined)
    return { item: narrowed[0], carried: false };
  return { answer: caseChoice(talking, asked, narrowed.length > 0 ? narrowed : own) };
};
