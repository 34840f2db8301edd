import type { NamedCase } from '../../cases/named-case.ts';
import type { Talking } from '../services.ts';
import type { Wording } from './wording.ts';

/** The case in one line: its number, and the citizen's name in the asker's own chat only. */
export const caseLine = ({ say, personal }: Talking, { id, record }: Pick<NamedCase, 'id' | 'record'>): string =>
  personal ? say('decision.about.line', { case: id, citizen: record.citizen.name }) : id;

/** The words of this turn's reader. */
export const wordingOf = ({ say, turn }: Talking): Wording => ({ say, language: turn.language, today: turn.today });
