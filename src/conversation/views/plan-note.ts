import { formatDate } from '../../format/format.ts';
import type { Wording } from './wording.ts';

/** After a plan's period (`ended`, its last day) every answer says that the rules are the last known. */
export const planNote = (ended: string | undefined, { say, language }: Pick<Wording, 'say' | 'language'>): string[] =>
  ended === undefined ? [] : [say('decision.plan-ended', { date: formatDate(ended, language) })];
