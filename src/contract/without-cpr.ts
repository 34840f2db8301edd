import type { Case } from './case.ts';

/** The record without the citizen's CPR number: nothing here needs it, so it is not kept. */
export const withoutCpr = (record: Case): Case => {
  const { cpr: _, ...citizen } = record.citizen;
  return { ...record, citizen };
};
