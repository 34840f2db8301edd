import type { Again } from '../receipts/answer-again.ts';
import { cameOutAgain, type ByNow, type Hindrance, type Replay } from '../receipts/replay.ts';
import { maskCpr } from '../privacy/cpr.ts';
import type { Changes, ParameterAt } from '../rulebook/changes.ts';
import type { Difference } from '../rulebook/differences.ts';
import { printable } from './printable.ts';

/** A replay as a lead reads it: the recorded answer, the one computed again, and what is different and why. */
export const replayReport = (replay: Replay): string[] => [
  ...recorded(replay),
  '',
  ...again(replay),
  '',
  ...byNow(replay),
];

/** The same as JSON. */
export const replayJson = (replay: Replay): string =>
  JSON.stringify(
    { same: cameOutAgain(replay), ...replay },
    // Hashes and ids are ours: digits among their letters are no number of anybody.
    (key, value: unknown) => (typeof value === 'string' && !/^(id|.*hash)$/i.test(key) ? maskCpr(value) : value),
    2,
  );

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`);

const recorded = ({ receipt, question }: Replay): string[] => {
  const { id, caseId, at, today, askedBy, rulebook, outcome, findings, factsHash } = receipt;
  return [
    `Decision ${id}`,
    ...indented([
      `case ${caseId}, asked by ${askedBy} at ${at}${question === undefined ? '' : `: ${question}`}`,
      `reference date ${today}`,
      `rulebook ${rulebook.municipality} ${rulebook.version}, ${rulebook.hash}`,
      `hash of the facts read ${factsHash}`,
    ]),
    '',
    `Recorded: ${outcome}`,
    ...indented(findings.map(({ rule, effect }) => `${rule}  ${effect}`)),
  ];
};

const answered = ({ decision, reminders }: Pick<Again, 'decision' | 'reminders'>): string[] => {
  const { outcome, findings, deadlines, alternatives, latestEnd } = decision;
  return [
    `outcome ${outcome}${latestEnd === undefined ? '' : `, last end date ${latestEnd}`}`,
    ...findings
      .filter(({ rule }) => !reminders.includes(rule))
      .map(({ rule, effect, text }) => printable(`${rule}  ${effect}: ${text}`)),
    ...deadlines.map(({ rule, name, due, status }) => printable(`${rule}  ${name}: due ${due}, ${status}`)),
    ...alternatives.map(({ rule, text }) => printable(`${rule === undefined ? '' : `${rule}  `}→ ${text}`)),
    ...(reminders.length === 0 ? [] : [`reminders, which no receipt keeps: ${reminders.join(', ')}`]),
  ];
};

const again = (replay: Replay): string[] => {
  const { again: found } = replay;
  if ('hindrance' in found) return cannot(found.hindrance);
  return [
    'Computed again by the rulebook it rests on:',
    ...indented(answered(found)),
    '',
    ...(cameOutAgain(replay)
      ? ['THE SAME: outcome, findings, approvals, dates and steps, and the facts read.']
      : ['NOT THE SAME:', ...indented([...found.differences.map(inWords), ...factsInWords(replay, found)])]),
  ];
};

const factsInWords = ({ facts }: Replay, { sameFacts, sameRest, otherFacts, differences }: Again): string[] => [
  ...(facts === 'altered'
    ? ['the facts kept have another hash than the receipt: they were changed, or the receipt key is another one']
    : []),
  ...(sameRest ? [] : ['approvals, missing facts, what to do, dates or steps have another hash than the receipt']),
  ...(sameFacts ? [] : ['the facts read have another hash than the receipt']),
  ...(otherFacts.length === 0 ? [] : [`read with another value than the one kept: ${otherFacts.join(', ')}`]),
  ...(sameFacts && facts === 'as-recorded' && (differences.length > 0 || !sameRest)
    ? ['rulebook and facts are the same: the receipt was changed, or Makker itself answers otherwise now']
    : []),
];

const cannot = (hindrance: Hindrance): string[] => {
  switch (hindrance.why) {
    case 'facts-purged':
      return [
        'CANNOT BE COMPUTED AGAIN: the personal facts have been purged.',
        'The receipt stands: its outcome, its findings and the hash of the facts that were read.',
      ];
    case 'facts-unreadable':
      return [
        `CANNOT BE COMPUTED AGAIN: what is kept beside the receipt cannot have been asked (${printable(hindrance.detail)}).`,
      ];
    case 'rulebook-absent':
      return ['CANNOT BE COMPUTED AGAIN: no rulebook of that hash is archived.'];
    case 'rulebook-altered':
      return [`CANNOT BE COMPUTED AGAIN: the archived rulebook was changed, ${hindrance.detail}.`];
    case 'rulebook-unreadable':
      return [`CANNOT BE COMPUTED AGAIN: this Makker does not take the archived rulebook (${hindrance.detail}).`];
  }
};

const inWords = ({ about, rule, from, to }: Difference): string => {
  const what = rule === undefined || rule === '' ? about : `${about} ${rule}`;
  if (from === undefined) return printable(`${what}: now also ${to}`);
  return printable(to === undefined ? `${what}: no longer ${from}` : `${what}: ${from} → ${to}`);
};

const byNow = ({ receipt, now }: Replay): string[] => {
  if (now.rulebook === 'the-same') return [`The same rulebook is in force now for ${receipt.today}.`];
  if (now.rulebook === 'none')
    return [
      `No rulebook is in force now for ${receipt.today}${now.notBefore === undefined ? '' : `; the first is valid from ${now.notBefore}`}.`,
    ];
  return [
    `Another rulebook is in force now for ${receipt.today}: ${receipt.municipality} ${now.version}, ${now.hash}`,
    ...(now.answer === undefined ? ['What it answers cannot be computed either.'] : ofAnother(now.answer)),
  ];
};

type Answer = NonNullable<Extract<ByNow, { rulebook: 'another' }>['answer']>;

const ofAnother = (answer: Answer): string[] => {
  const { differences, causes } = answer;
  const same = causes === undefined ? 'It answers the same, as far as the receipt tells.' : 'It answers the same.';
  if (differences.length === 0) return [same];
  return [
    'By that one:',
    ...indented(answered(answer)),
    'What differs:',
    ...indented(differences.map(inWords)),
    ...(causes === undefined
      ? ['Why cannot be said: the rulebook the answer rests on is not there to compare with.']
      : ['Why:', ...indented(causesInWords(causes))]),
  ];
};

const at = (parameter: ParameterAt | undefined): string =>
  parameter === undefined ? 'none' : `${parameter.value.en} (${parameter.reference})`;

const causesInWords = ({ entries, parameters, named, others }: Changes): string[] => {
  const lines = [
    ...parameters.map(({ name, from, to, readBy }) => `${name}: ${at(from)} → ${at(to)}, read by ${readBy.join(', ')}`),
    ...entries.map(({ id, change, parts }) => `${id} is ${change}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}`),
    ...named.map(({ name, readBy }) => `${name} is computed otherwise, read by ${readBy.join(', ')}`),
    ...(others.length === 0 ? [] : [`other parts of the file changed: ${others.join(', ')}`]),
  ];
  return lines.length === 0 ? ['nothing in the file that these rules read; the common sentences changed'] : lines;
};
