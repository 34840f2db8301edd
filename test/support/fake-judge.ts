import type { Judge } from '../../src/cases/judge.ts';
import type { Case, Offer } from '../../src/contract/case.ts';
import type { Approval, Outcome } from '../../src/contract/decision.ts';
import type { Question } from '../../src/contract/question.ts';
import { dayOf, isoOf } from '../../src/rulebook/calendar.ts';

/** Above this price a week the invented rules say no. */
export const TOO_DEAR = 5000;
/** The price from which the job consultant must assess as well. */
export const DEAR = 3000;

const offerOf = (record: Case, question: Question): Offer | undefined => {
  if (question.kind === 'start-offer') return question.offer;
  if (!('offerId' in question) || question.offerId === undefined) return undefined;
  const offer = record.offers?.find(({ id }) => id === question.offerId);
  // As the rules do: nobody may judge what is not there.
  if (offer === undefined) throw new RangeError(`the case has no offer ${question.offerId}`);
  return offer;
};

/**
 * Invented rules, small enough to see through: RULE-1 wants the functional lead, RULE-2 for a dear offer the job
 * consultant as well, and RULE-9 says no to what is too dear unless somebody makes an exception. Extensions are for the end date asked for, else for 31 May 2026.
 * The deadlines of an open case could be others every day.
 */
export const fakeJudge =
  (said: { requestExpiresOn?: string; ownCaseworkerMay?: string[] } = {}): Judge =>
  (record, question, catalogue, today) => {
    const offer = offerOf(record, question);
    const until = question.kind === 'extend-offer' ? (question.until ?? '2026-05-31') : undefined;
    const price = offer?.pricePerWeek ?? 0;
    const signedOff = (rule: string) =>
      offer?.signOffs?.findLast((signOff) => signOff.rule === rule && signOff.forEnd === until);
    const answered = (rule: string) => signedOff(rule)?.answer;
    const lifted = answered('RULE-9') === 'approved' && signedOff('RULE-9')?.reason !== undefined;
    const tooDear = price > TOO_DEAR && !lifted;
    const approval = (rule: string, form: Approval['form'], role: Approval['roles'][number]): Approval => ({
      rule,
      form,
      roles: [role],
      status: answered(rule) ?? 'open',
    });
    const all = [
      approval('RULE-1', 'discussion', 'functional-lead'),
      ...(price >= DEAR ? [approval('RULE-2', 'assessment', 'job-consultant')] : []),
    ];
    const open = all.filter(({ status }) => status === 'open');
    const outcomeOf = (): Outcome => {
      if (question.kind === 'deadlines') return 'allowed';
      if (tooDear || all.some(({ status }) => status === 'declined')) return 'denied';
      return open.length > 0 ? 'needs-approval' : 'allowed';
    };
    const outcome = outcomeOf();
    const text = { text: { da: 'Opdigtet', en: 'Invented' }, values: {} };
    const source = { document: 'Invented plan', section: '1', line: 1 };
    return {
      inquiry: { today, question, case: record, catalogue },
      outcome,
      findings: [
        ...(tooDear ? [{ rule: 'RULE-9', effect: 'forbids' as const, text, source, reads: [] }] : []),
        { rule: 'RULE-1', effect: 'approval', text, source, reads: [] },
      ],
      reminders: [],
      approvals: outcome === 'needs-approval' ? open : [],
      missing: [],
      todo: [],
      deadlines: [],
      ...(question.kind === 'deadlines' && record.status !== 'closed' && { recheckOn: isoOf(dayOf(today) + 1) }),
      ...(until !== undefined && { until }),
      alternatives: [],
      ...(outcome === 'denied' && { individualAssessment: { roles: ['functional-lead'] } }),
      ownCaseworkerMay: said.ownCaseworkerMay ?? [],
      ...(said.requestExpiresOn !== undefined && { requestExpiresOn: said.requestExpiresOn }),
      rulebook: { municipality: record.municipality, version: '1', validFrom: '2026-01-01', hash: 'invented' },
      reads: {
        'offer.pricePerWeek': price,
        // Some days bring other rules into play, and those read more.
        ...(today >= '2026-04-05' && { 'offer.starts': offer?.starts }),
        ...(record.citizen.attendableHours !== undefined && {
          'citizen.attendableHours': record.citizen.attendableHours,
        }),
      },
    };
  };
