import type { RequestView } from '../../cards/views.ts';
import type { CaseItem } from '../../cases/case-item.ts';
import type { ApprovalRequest, Need } from '../../requests/request.ts';
import type { PersonItem } from '../../store/items.ts';
import { formatDate, formatList } from '../../format/format.ts';
import { decisiveFacts } from './facts-now.ts';
import type { RequestContext } from './request-view.ts';
import { type Wording, daysLeft, offerAmong, offerOf } from './wording.ts';

type Fact = RequestView['facts'][number];

interface Shown {
  item: CaseItem;
  request: ApprovalRequest;
  face: 'lead' | 'asker';
  staff: PersonItem[];
  context: RequestContext;
  /** What a click of the reader would sign. */
  signs: Need[];
}

/** The name of a person of the staff; whoever has left is still somebody. */
export const nameOf = (id: string | undefined, staff: PersonItem[], { say }: Wording): string =>
  staff.find((person) => person.id === id)?.name ?? say('request.someone');

const whatFacts = ({ item, request, face, staff, context }: Shown, wording: Wording): Fact[] => {
  const { say } = wording;
  const offers = item.record.offers ?? [];
  const offer = offerOf(request.question, offers);
  return [
    { label: say('request.fact.asker'), value: nameOf(request.askedBy, staff, wording) },
    // Once it has ended the case may show the new dates already, and they are not what was asked about.
    ...(offer === undefined || request.state !== 'open'
      ? []
      : [{ label: say('request.fact.offer'), value: offerAmong(offer, offers, context.catalogue, wording) }]),
    ...(context.judgement === undefined || request.state !== 'open' || face !== 'lead'
      ? []
      : decisiveFacts(item, request, context.judgement, wording).map(({ name, value }) => ({
          label: name.replace(/:$/, ''),
          value,
        }))),
    ...(request.why === undefined ? [] : [{ label: say('request.fact.why'), value: request.why }]),
  ];
};

/** After the plan's period: that the answer a lead decides on rests on the last known rules. */
const planFact = ({ context }: Shown, { say, language }: Wording): Fact[] => {
  const ended = context.decision?.planPeriodEnded;
  if (ended === undefined) return [];
  return [{ label: say('request.fact.plan'), value: say('request.plan-ended', { date: formatDate(ended, language) }) }];
};

const answerBy = (request: ApprovalRequest, wording: Wording): Fact => ({
  label: wording.say('request.fact.answer-by'),
  value: wording.say('request.answer-by', {
    date: formatDate(request.expiresOn, wording.language),
    left: daysLeft(request.expiresOn, wording),
  }),
});

/** What the lead's click would sign, in so many words. */
const clickFact = (signs: Need[], { say, language }: Wording): Fact => {
  const forms = signs.map(({ form, rule, exception }) =>
    say(`request.signs.${exception === true ? 'exception' : form}`, { rule }),
  );
  return {
    label: say('request.fact.your-click'),
    value:
      forms.length === 0 ? say('request.signs-nothing') : say('request.signs', { forms: formatList(forms, language) }),
  };
};

const askedFacts = ({ request, context }: Shown, wording: Wording): Fact[] => {
  const { say, language } = wording;
  const waiting = request.needs.filter(({ given }) => given === undefined).flatMap((need) => context.eligible(need));
  const asked = [...new Map(waiting.map((person) => [person.id, person])).values()];
  const names = (people: PersonItem[]): string =>
    formatList(
      people.map(({ name }) => name),
      language,
    );
  const unreachable = asked.filter(({ address }) => address === undefined);
  return [
    { label: say('request.fact.asked'), value: asked.length === 0 ? say('request.nobody') : names(asked) },
    ...(unreachable.length === 0
      ? []
      : [{ label: say('request.fact.unreachable'), value: say('request.unreachable', { names: names(unreachable) }) }]),
  ];
};

/** The facts at the top of a request's card, for its face. */
export const requestFacts = (shown: Shown, wording: Wording): Fact[] => {
  const what = whatFacts(shown, wording);
  if (shown.request.state !== 'open') return what;
  const turn = shown.face === 'lead' ? [clickFact(shown.signs, wording)] : askedFacts(shown, wording);
  return [...what, ...planFact(shown, wording), answerBy(shown.request, wording), ...turn];
};
