/** What a sentence can be about; the order is the order in which equal readings are offered. */
export const INTENTS = [
  'start-offer',
  'extend-offer',
  'continue-offer',
  'deadlines',
  'overdue',
  'next-step',
  'tier',
  'catalogue',
  'rule',
  'case',
  'what-if',
  'request-approval',
  'pending-approvals',
  'request-status',
  'withdraw-request',
  'agenda',
  'record-event',
  'journal-note',
  'targets',
  'segment-report',
  'help',
  'greeting',
  'thanks',
  'language',
  'out-of-scope',
] as const;
export type Intent = (typeof INTENTS)[number];

const names: ReadonlySet<string> = new Set(INTENTS);
export const isIntent = (value: string): value is Intent => names.has(value);
