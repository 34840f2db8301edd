import type { z } from 'zod';
import { type Draft, isDraft } from '../cases/drafts.ts';
import type { Refusal } from '../contract/refusal.ts';
import { caseSchema, catalogueItemSchema, matterSchema } from '../contract/case.ts';
import { personSchema, teamSchema } from '../contract/people.ts';
import type { Transferred } from './mapping.ts';
import { cprPathIn } from './record-cpr.ts';
import { checkedWhole } from './taken.ts';

/** Which field only records of a kind have, and how one is checked. */
const FORMS: { of: Transferred; field: string; schema: z.ZodType<object> }[] = [
  { of: 'cases', field: 'citizen', schema: caseSchema },
  { of: 'people', field: 'roles', schema: personSchema },
  { of: 'teams', field: 'leads', schema: teamSchema },
  { of: 'catalogue', field: 'tiers', schema: catalogueItemSchema },
  { of: 'matters', field: 'receivedAt', schema: matterSchema },
];

const NO_FORM = `it is no record; allowed: ${FORMS.map(({ of, field }) => `${of} (with ${field})`).join(', ')}`;

export type ReadLine = { of: Transferred; draft: Draft } | { refused: Refusal };

const jsonOf = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
};

/** A record without its municipality has that of the file; one of the catalogue is in the contract's form without it. */
const placed = (data: Draft, municipality: string | undefined): Draft =>
  data['municipality'] === undefined && municipality !== undefined ? { ...data, municipality } : data;

/** A citizen's number is not kept, so a file that has it says nothing new by it. */
const withoutNumber = (data: object): Draft => {
  if (!('citizen' in data) || !isDraft(data.citizen)) return {};
  const { cpr: _, ...citizen } = data.citizen;
  return { citizen };
};

/** Reads a line in the contract's own form; its fields say what it is of. */
export const readLine = (line: string, municipality: string | undefined): ReadLine => {
  const data = jsonOf(line);
  if (!isDraft(data)) return { refused: { path: '', message: 'it is no JSON object; allowed: one record a line' } };
  const form = FORMS.find(({ field }) => Object.hasOwn(data, field));
  if (form === undefined) return { refused: { path: '', message: NO_FORM } };
  const { municipality: where, ...rest } = placed(data, municipality);
  if (typeof where !== 'string')
    return { refused: { path: 'municipality', message: 'nothing stands here; it is needed, or --municipality' } };
  const whole = checkedWhole(form.schema, form.of === 'catalogue' ? rest : { ...rest, municipality: where });
  if ('refused' in whole) return whole;
  const draft: Draft = { ...whole.data, ...withoutNumber(whole.data), municipality: where };
  const path = cprPathIn(draft);
  if (path !== undefined)
    return {
      refused: { path, message: 'it looks like a CPR number, which may stand nowhere; allowed: another value' },
    };
  return { of: form.of, draft };
};
