import { createHash } from 'node:crypto';
import { z } from 'zod';
import { plainText } from '../../../src/cards/plain-text.ts';
import { withoutUnseen } from '../../../src/cards/literal.ts';
import { ERRORS } from '../../../src/errors.ts';
import { bareConversationId } from '../../../src/teams/place.ts';
import type { Call } from '../../support/fake-connector.ts';
import type { Who } from '../../end-to-end/town.ts';
import type { Attack } from './attack.ts';
import type { Change } from './ledger.ts';
import { ELSEWHERE_ON_THE_NET, WORKED_OUT } from './nasty.ts';
import { everyCase, everybody, SECRETS, seenBy } from './people.ts';

/** What came of an attack. */
export interface Outcome {
  status: number;
  text: string;
  /** What was sent to Teams meanwhile. */
  calls: Call[];
  /** What was logged meanwhile. */
  log: string[];
  changes: Change[];
}

const receipt = z.object({ caseId: z.string() });
const access = z.object({ caseId: z.string(), person: z.string() });
const address = z.object({ address: z.unknown(), language: z.unknown() }).partial().loose();

/** The activity as the server reads it; nothing where it is not JSON. */
const activityShape = z.object({
  type: z.string(),
  id: z.string().optional(),
  name: z.string().optional(),
  conversation: z.object({ id: z.string(), conversationType: z.string().optional() }),
});
const writtenIn = ({ wire }: Attack): string => new TextDecoder().decode(wire.body);

const readActivity = (attack: Attack) => {
  try {
    return activityShape.safeParse(JSON.parse(writtenIn(attack))).data;
  } catch {
    return undefined;
  }
};
type Read = ReturnType<typeof readActivity>;

const talkId = (conversation: string, who: Who): string =>
  createHash('sha256').update(`${conversation}~${who}`).digest('base64url');

/** A person as stored, without what their own turn may change. */
const without = (body: string): string => {
  const { address: _, language: __, ...rest } = address.parse(JSON.parse(body));
  return JSON.stringify(rest);
};

/** Whether the identity may have changed this: its own talk, its own address, a receipt of what it may see. */
const allowed = (change: Change, who: Who | undefined, read: Read, written: string): boolean => {
  const { kind, id, before, now } = change;
  if (kind === 'greeting') return before === undefined;
  if (who === undefined || now === undefined) return false;
  const sees = (caseId: string): boolean => seenBy(who).includes(caseId);
  switch (kind) {
    case 'talk':
      // What is asked where others read along is answered in full in the own chat, and talked on about there.
      return [bareConversationId(read?.conversation.id ?? ''), `chat-${who}`].some((chat) => id === talkId(chat, who));
    case 'person':
      return id === who && before !== undefined && without(before.body) === without(now.body);
    case 'receipt':
    case 'receipt-facts':
      return (
        before === undefined &&
        sees(kind === 'receipt' ? receipt.parse(JSON.parse(now.body)).caseId : (id.split('~')[1] ?? ''))
      );
    case 'access': {
      const entry = access.parse(JSON.parse(now.body));
      // Whoever names a case they may not see is written down, too.
      return before === undefined && entry.person === who && (sees(entry.caseId) || written.includes(entry.caseId));
    }
    default:
      return false;
  }
};

/** Names and facts in a text that this reader may not see. What the attacker has written themselves is no secret to them. */
const leaks = (text: string, seen: readonly string[], attack: Attack): string[] => {
  const written = writtenIn(attack);
  const shown = withoutUnseen(text);
  return everyCase
    .filter((caseId) => !seen.includes(caseId))
    .flatMap((caseId) => SECRETS[caseId] ?? [])
    .filter((secret) => shown.includes(secret) && !written.includes(secret));
};

const OWN_CHAT = new Map<string, Who>(everybody.map((who) => [`chat-${who}`, who]));

/** Who reads what is sent to a conversation: the attacker, where they have sent from there. */
const readerOf = (conversation: string, attack: Attack, read: Read): readonly string[] => {
  const from = read?.conversation.conversationType === 'personal' ? read.conversation.id : undefined;
  if (conversation === from && !conversation.includes('@unq')) return seenBy(attack.attacker.who);
  return seenBy(OWN_CHAT.get(conversation));
};

/** Anything in a payload that leads or loads from elsewhere. */
const links = (value: unknown, key = ''): boolean => {
  if (typeof value === 'string') return value.includes(ELSEWHERE_ON_THE_NET) && /url|icon|image|href|tap/i.test(key);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, inner]) => links(inner, Array.isArray(value) ? key : name));
};

const digitsIn = (text: string): string => text.normalize('NFKC').replace(/\D/g, '');

/** A message delivered again is answered once; a chat whose id has been garbled is none. */
const UNANSWERED = ['an id that was there before', 'bytes that are no text'];
const USABLE = 12;
const invokeAnswer = z.union([
  z.object({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.activity.message'),
    value: z.string(),
  }),
  z.object({
    statusCode: z.literal(200),
    type: z.literal('application/vnd.microsoft.card.adaptive'),
    value: z.record(z.string(), z.unknown()),
  }),
]);
const searchAnswer = z.object({
  composeExtension: z.union([
    z.object({ type: z.literal('result'), attachments: z.array(z.unknown()) }),
    z.object({ type: z.literal('message'), text: z.string().min(USABLE) }),
  ]),
});
/** What is answered where the replies are to come with the response. */
const replies = z.object({ activities: z.array(z.unknown()).min(1) });
const refusal = z.object({ code: z.string(), message: z.string().min(1).optional() });

const says = (answer: z.infer<typeof invokeAnswer>): string =>
  typeof answer.value === 'string' ? answer.value : plainText(answer.value);

/** Why the answer is of no use to whoever got it; nothing when it is. */
const useless = (attack: Attack, { status, text, calls }: Outcome, read: Read): string[] => {
  if (status >= 500) return [`crashed: ${status}`];
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    return [`answered with what is not JSON: ${text.slice(0, 80)}`];
  }
  if (status >= 400) {
    const refused = refusal.safeParse(body).data;
    return refused !== undefined && refused.code in ERRORS ? [] : [`refused without a code: ${text.slice(0, 80)}`];
  }
  if (status !== 200) return [`answered ${status}`];
  if (replies.safeParse(body).success) return [];
  if (read?.type === 'invoke') {
    if (read.name?.startsWith('composeExtension/'))
      return searchAnswer.safeParse(body).success ? [] : ['a search was not answered'];
    const answer = invokeAnswer.safeParse(body).data;
    return answer !== undefined && says(answer).trim().length >= USABLE ? [] : ['a click was answered with nothing'];
  }
  if (read?.type !== 'message' || attack.mutations.some((one) => UNANSWERED.includes(one))) return [];
  const answered = calls.some(
    ({ activityId, body: sent }) => activityId === read.id && JSON.stringify(sent).length > 50,
  );
  return answered || text.length > 50 ? [] : ['what was said was not answered'];
};

/** What is logged when something of ours broke. That a garbled chat takes no answer is none of it. */
const BREAKS = /"code":"(turn-failed|card-not-rendered|send-refused|send-failed|relay-failed)"/;

/** Everything that an attack has achieved and should not have; nothing when Makker stood fast. */
export const faultsOf = (attack: Attack, outcome: Outcome): string[] => {
  const read = readActivity(attack);
  const { text, calls, log, changes } = outcome;
  const accepted = changes
    .filter((change) => !allowed(change, attack.attacker.who, read, writtenIn(attack)))
    .map(
      ({ kind, id, before, now }) =>
        `changed ${kind} ${id}: ${before?.body.slice(0, 200) ?? 'new'} → ${now?.body.slice(0, 200) ?? 'gone'}`,
    );
  const conversation = bareConversationId(read?.conversation.id ?? '');
  const told = [
    { conversation, text },
    ...calls.map((call) => ({ conversation: call.conversationId, text: JSON.stringify(call.body) })),
  ];
  const leaked = told.flatMap((one) =>
    leaks(one.text, readerOf(one.conversation, attack, read), attack).map(
      (secret) => `told ${one.conversation}: ${secret}`,
    ),
  );
  const carried = told.filter((one) => one.text.includes(WORKED_OUT)).map(() => 'a template was worked out');
  const linked = calls.filter(({ body }) => links(body)).map(() => 'a link leads elsewhere');
  const everything = [text, ...told.map((one) => one.text), ...log, ...changes.map(({ now }) => now?.body ?? '')].map(
    digitsIn,
  );
  const numbers = attack.digits.filter((digits) => everything.some((one) => one.includes(digits)));
  const broken = log.filter((line) => BREAKS.test(line));
  return [
    ...useless(attack, outcome, read),
    ...accepted,
    ...leaked,
    ...carried,
    ...linked,
    ...numbers.map(() => 'the number of a person got through'),
    ...broken.map((line) => `something broke: ${line.slice(0, 400)}`),
  ];
};
