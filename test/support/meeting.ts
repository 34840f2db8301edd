import type { Case } from '../../src/contract/case.ts';
import type { Approval } from '../../src/contract/decision.ts';
import type { Judge } from '../../src/cases/judge.ts';
import type { Judgement } from '../../src/rulebook/judgement.ts';
import { extendOffer, runningOffer } from './office.ts';
import { type TalkingOffice, openTalk } from './talk.ts';
import { testbyShelf } from './testby.ts';

/** The last day on which an extension can be decided. */
export const LAST_DAY = '2026-04-20';
/** From this price a week the job consultant must assess an extension as well; above the second one it is refused. */
export const ASSESSED = 3000;
export const REFUSED = 5000;

const offerIn = (record: Case, [, question]: Parameters<Judge>) =>
  'offerId' in question ? record.offers?.find(({ id }) => id === question.offerId) : undefined;

/** Invented rules: every extension is discussed with the functional lead by the last day, dear ones are assessed too. */
const says = (...asked: Parameters<Judge>): Partial<Judgement> => {
  const [record, question] = asked;
  const name = { da: 'Sidste dag for forlængelse', en: 'Last day for an extension' };
  if (question.kind === 'deadlines')
    return {
      deadlines: (record.offers ?? []).map((offer) => ({
        rule: 'TST-03',
        name,
        due: LAST_DAY,
        dueSoonFrom: LAST_DAY,
        status: 'upcoming',
        undated: false,
        offerId: offer.id,
      })),
    };
  if (question.kind !== 'extend-offer') return {};
  const offer = offerIn(record, asked);
  const until = question.until ?? extendOffer.until;
  const price = offer?.pricePerWeek ?? 0;
  const approval = (rule: string, form: Approval['form'], role: Approval['roles'][number]): Approval => ({
    rule,
    form,
    roles: [role],
    status: offer?.signOffs?.findLast((given) => given.rule === rule && given.forEnd === until)?.answer ?? 'open',
  });
  const approvals = [
    approval('TST-03', 'discussion', 'functional-lead'),
    ...(price >= ASSESSED ? [approval('TST-02', 'assessment', 'job-consultant')] : []),
  ];
  const refused = price > REFUSED || approvals.some(({ status }) => status === 'declined');
  const open = approvals.some(({ status }) => status === 'open');
  return {
    outcome: refused ? 'denied' : open ? 'needs-approval' : 'allowed',
    approvals: refused ? [] : approvals,
    until,
    requestExpiresOn: LAST_DAY,
    reads: { 'offer.pricePerWeek': price },
  };
};

/** Makker in an office where extensions are discussed at a meeting. */
export const openMeeting = (more: (...asked: Parameters<Judge>) => Partial<Judgement> = () => ({})) =>
  openTalk((...asked) => ({ ...says(...asked), ...more(...asked) }), [], testbyShelf());

/** A case with an extension that Kirsten has asked approval for. */
export const askedFor = async (office: TalkingOffice, id: string, record: Partial<Case> = {}) =>
  (await office.asked(id, extendOffer, record)).request;

export const dear: Partial<Case> = { offers: [{ ...runningOffer, pricePerWeek: ASSESSED }] };
