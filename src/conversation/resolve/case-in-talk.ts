import type { CaseItem } from '../../cases/case-item.ts';
import { seenCase } from '../access.ts';
import type { Answer, Talking } from '../services.ts';
import type { Asked } from '../talk.ts';
import { withNote } from '../views/with-note.ts';
import { caseChoice } from './choices.ts';
import { ownCases } from './find-cases.ts';
import type { ResolvedCase } from './resolve-case.ts';

const seen = async (talking: Talking, caseId: string | undefined): Promise<CaseItem | undefined> =>
  caseId === undefined ? undefined : (await seenCase(talking, caseId))?.item;

const noted = (answer: Answer, note: string): Answer => ({ ...answer, view: withNote(answer.view, note) });

/** "Den anden sag": the one spoken of before this one, else the only other of the asker's own; several are asked about. */
const otherCase = async (talking: Talking, asked: Asked): Promise<ResolvedCase> => {
  const { caseId, caseBefore } = talking.talk;
  const before = caseBefore === caseId ? undefined : await seen(talking, caseBefore);
  if (before?.status === 'open') return { item: before, carried: false };
  const { items, more } = await ownCases(talking);
  const others = items.filter(({ id }) => id !== caseId);
  const [only] = others;
  return only !== undefined && others.length === 1 && !more
    ? { item: only, carried: false }
    : { answer: caseChoice(talking, asked, others) };
};

/**
 * The case that the talk has settled. Where it does not fit any more, being closed or out of the asker's sight, it is
 * asked about, even if only one other is left. Undefined when the talk has settled none.
 */
export const caseInTalk = async (talking: Talking, asked: Asked): Promise<ResolvedCase | undefined> => {
  const { talk, say } = talking;
  if (talk.caseId === undefined) return undefined;
  if (asked.other === 'case') return otherCase(talking, asked);
  const item = await seen(talking, talk.caseId);
  if (item?.status === 'open') return { item, carried: true };
  const { items: own } = await ownCases(talking);
  if (item === undefined) return { answer: noted(caseChoice(talking, asked, own), say('talk.carried-gone')) };
  return { answer: noted(caseChoice(talking, asked, [item, ...own]), say('talk.carried-closed')) };
};
