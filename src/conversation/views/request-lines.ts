import type { Line } from '../../cards/views.ts';
import type { SignOff } from '../../contract/case.ts';
import type { ApprovalRequest, Need } from '../../requests/request.ts';
import type { PersonItem } from '../../store/items.ts';
import { formatDate, formatInstant, formatList } from '../../format/format.ts';
import { nameOf } from './request-facts.ts';
import type { RequestContext } from './request-view.ts';
import { type Wording, placeOf, rolesInWords } from './wording.ts';

/** By whom and when a sign-off was given, with the reason of an exception, or what was written besides. */
const givenLine = (need: Need, given: SignOff, form: string, staff: PersonItem[], wording: Wording): string => {
  const { say } = wording;
  const by = nameOf(given.by, staff, wording);
  const { inNameOf, remark } = need;
  const name =
    inNameOf === undefined
      ? by
      : say('request.need.in-name-of', { name: by, absent: nameOf(inNameOf, staff, wording) });
  const line = say(`request.need.${given.answer}`, { form, name, date: formatDate(given.on, wording.language) });
  const reason = need.exception === true && given.answer === 'approved' ? given.reason : undefined;
  if (reason !== undefined) return say('request.ending.reason', { ending: line, reason });
  return remark === undefined ? line : say('request.need.remark', { line, remark });
};

const openLine = (people: PersonItem[], form: string, { say, language }: Wording): string => {
  const names = people.map(({ name }) => name);
  return say('request.need.open', {
    form,
    names: names.length === 0 ? say('decision.approval.nobody') : formatList(names, language, 'or'),
  });
};

/** Each sign-off of a request: given by whom and when, or who may still give it. */
export const needLines = (
  request: ApprovalRequest,
  staff: PersonItem[],
  { eligible, decision }: Pick<RequestContext, 'eligible' | 'decision'>,
  wording: Wording,
): Line[] =>
  request.needs.map((need) => {
    const form = wording.say(`request.need.${need.exception === true ? 'exception' : need.form}`, {
      roles: rolesInWords(need.roles, wording),
    });
    const source = decision?.findings.find(({ rule }) => rule === need.rule)?.source;
    const place = source === undefined ? need.rule : placeOf(need.rule, source, wording);
    if (need.given !== undefined)
      return {
        symbol: need.given.answer === 'approved' ? '✓' : '✕',
        text: givenLine(need, need.given, form, staff, wording),
        place,
      };
    if (request.state !== 'open') return { symbol: '○', text: wording.say('request.need.lapsed', { form }), place };
    return { symbol: '○', text: openLine(eligible(need), form, wording), place };
  });

/** The last word on an ended request: by whom, when and why. */
export const endingOf = (request: ApprovalRequest, staff: PersonItem[], wording: Wording): string | undefined => {
  const { ended } = request;
  if (ended === undefined) return undefined;
  const { language } = wording;
  // When a request runs out its last day counts, not the moment at which that was noticed.
  if (request.state === 'expired')
    return wording.say('request.ending.expired', { date: formatDate(request.expiresOn, language) });
  const at = formatInstant(ended.at, language);
  const named = request.state === 'approved' || request.state === 'rejected' || request.state === 'withdrawn';
  const ending = wording.say(
    `request.ending.${request.state}`,
    named ? { at, name: nameOf(ended.by, staff, wording) } : { at },
  );
  return ended.reason === undefined ? ending : wording.say('request.ending.reason', { ending, reason: ended.reason });
};
