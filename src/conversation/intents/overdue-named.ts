import { caseLine } from '../views/case-line.ts';
import { askButton, messageView } from '../views/message-view.ts';
import { casesNamed } from '../resolve/find-named.ts';
import type { Answer, Talking } from '../services.ts';
import type { Asked, WhoseAgenda } from '../talk.ts';
import { deadlines } from './deadlines.ts';
import { personButton } from './overdue-refusal.ts';
import { called, colleaguesSeen } from './overdue-scope.ts';

/** Of cases whose citizen is called like a colleague so many are offered. */
const CASES = 3;

/**
 * "Overskredne frister for Hanne": the colleague of that name, or the case of the citizen; where it can be either it is
 * asked. A case by its number is asked about like any other. Undefined where nobody is named like that.
 */
export const namedInOverdue = async (
  talking: Talking,
  asked: Asked,
): Promise<WhoseAgenda | { answer: Answer } | undefined> => {
  const { entities, picked } = asked;
  const { citizen } = entities;
  const ofCase = async (): Promise<{ answer: Answer }> => ({
    answer: await deadlines(talking, { ...asked, intent: 'deadlines' }),
  });
  if ((picked.caseId ?? entities.caseId) !== undefined) return ofCase();
  if (citizen === undefined) return undefined;
  const staff = await talking.services.directory.staff(talking.turn.person.municipality);
  const people = called(citizen, colleaguesSeen(talking, staff));
  if (people.length === 0) return ofCase();
  const cases = await casesNamed(talking, citizen);
  if (cases === 'too-many' || cases.length === 0) return { person: citizen };
  const actions = [
    ...people.map((person) => personButton(talking, person)),
    ...cases.slice(0, CASES).map((one) => askButton(caseLine(talking, one), { intent: 'deadlines', caseId: one.id })),
  ];
  return { answer: { view: messageView('?', talking.say('overdue.which-person'), { actions }) } };
};
