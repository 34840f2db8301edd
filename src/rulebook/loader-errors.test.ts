import { describe, expect, test } from '@jest/globals';
import { commonSentences } from '../../test/support/common-sentences.ts';
import { RulebookError } from './read.ts';
import { createShelf } from './shelf.ts';

const sound = `municipality: testby
name: { da: Testby, en: Testby }
validFrom: 2024-01-01
validTo: 2024-12-31
document: Plan 2024
exceptions: { roles: [team-lead] }
parameters:
  longest:
    - { from: 2024-01-01, value: 3 months, reference: linje 1 }
  hoursLimit:
    - { from: 2024-01-01, value: 20, unit: hours, reference: linje 2 }
  groundsList:
    - { from: 2024-01-01, value: [attendance, job-goal], reference: linje 3 }
values:
  lastDay: { lastDayOf: $longest, from: $offer.starts }
  firstDay: { date: $offer.starts, plus: 1 day }
conditions:
  short: { value: $lastDay, before: $offer.ends }
rules:
  - id: RULE-1
    statement: { da: Højst tre måneder, en: At most three months }
    source: { section: Kapitel 1, line: 10 }
    questions: [start-offer]
    offers: [internship]
    clauses:
      - effect: forbids
        when: { fact: offer.hoursPerWeek, above: $hoursLimit }
        says:
          da: Til {lastDay}.
          en: Until {lastDay}.
      - effect: approval
        form: agreement
        roles: [team-lead]
        when: { fact: benefit.type, is: sygedagpenge }
        says: { da: Aftale, en: Agreement }
  - id: RULE-2
    statement: { da: Opfølgning, en: Follow-up }
    source: { section: Kapitel 2, line: 20 }
    deadline:
      name: { da: Opfølgning, en: Follow-up }
      when: true
      due: { date: $benefit.since, plus: 2 weeks }
`;

const load = (text: string) => createShelf([{ path: 'testby/2024-01-01.yaml', text }], commonSentences);

/** What the loader says of a text. */
const mistakesIn = (text: string): string[] => {
  try {
    load(text);
    return [];
  } catch (error) {
    if (error instanceof RulebookError) return error.mistakes;
    throw error;
  }
};

/** A mistake made in the sound rulebook; `«` marks where the loader must point to, and does not stand in the file. */
const withMistake = (there: string, instead: string): { text: string; position: string } => {
  expect(sound.split(there).length).toBe(2);
  const marked = sound.replace(there, () => instead);
  const before = marked.slice(0, marked.indexOf('«')).split('\n');
  return {
    text: marked.replace('«', ''),
    position: `testby/2024-01-01.yaml:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`,
  };
};

test('the sound rulebook is taken', () => {
  expect(mistakesIn(sound)).toEqual([]);
  expect(load(sound).municipalities()).toEqual(['testby']);
});

/** The mistake | what stands in the sound rulebook | what stands there instead (⏎ is a new line) | what the loader says of it … */
const mistakes = `
a typo in a fact | fact: offer.hoursPerWeek | fact: «offer.hoursPrWeek | there is no fact "offer.hoursPrWeek" | did you mean offer.hoursPerWeek? | allowed: today,
an unknown comparator | above: $hoursLimit | «over: $hoursLimit | "over" means nothing here | allowed: fact, value, is, isNot, in, notIn, above
no comparator | when: { fact: benefit.type, is: sygedagpenge } | when: «{ fact: benefit.type } | a comparison takes one comparator, here stand 0 | allowed: is,
two comparators | { fact: offer.hoursPerWeek, above: $hoursLimit } | «{ fact: offer.hoursPerWeek, above: 3, below: 9 } | a comparison takes one comparator, here stand 2 | allowed: is,
a word the fact can never be | is: sygedagpenge | is: «sygedagspenge | "sygedagspenge" can never be the value here | allowed: a-dagpenge,
a rule without a source | id: RULE-2⏎    statement: { da: Opfølgning, en: Follow-up }⏎    source: { section: Kapitel 2, line: 20 } | «id: RULE-2⏎    statement: { da: Opfølgning, en: Follow-up } | rules.1.source: nothing stands here | wanted: object
a date compared like a number | when: { fact: offer.hoursPerWeek, above | when: «{ fact: offer.starts, above | "above" compares a number, but the left side is date
a number compared with a date | above: $hoursLimit | above: «$lastDay | "$lastDay" is date, but a number is wanted
a name that nothing bears | before: $offer.ends | before: «$ofer.ends | there is no parameter, value or fact "ofer.ends" | did you mean offer.ends?
a value that leads back to itself | lastDay: { lastDayOf: $longest, from: $offer.starts } | lastDay: { lastDayOf: $longest, from: «$lastDay } | lastDay leads back to itself
a condition nobody has written | when: { fact: benefit.type, is: sygedagpenge } | when: «long | there is no condition named "long" | allowed: short
two rules with one id | id: RULE-2 | id: «RULE-1 | RULE-1 stands here a second time
a role nobody has | roles: [team-lead]⏎        when | roles: [«team-boss]⏎        when | "team-boss" stands here | allowed: caseworker,
an exception by a role nobody has | exceptions: { roles: [team-lead] } | exceptions: { roles: [«mayor] } | "mayor" stands here | allowed: caseworker,
an impossible date | validFrom: 2024-01-01 | validFrom: «2024-02-30 | "2024-02-30" stands here | wanted: a date YYYY-MM-DD that exists in the calendar
wrong indentation |       - effect: approval | «     - effect: approval | A block sequence may not be used as an implicit map key
an unknown key at the top | document: Plan 2024 | document: Plan 2024⏎«author: Ida | "author" means nothing here | allowed: municipality, name, validFrom
an unknown key in a rule |     questions: [start-offer] |     «weight: 3⏎    questions: [start-offer] | "weight" means nothing here | allowed: id, statement, source
an unknown key in a clause |         form: agreement |         form: agreement⏎        «colour: blue | "colour" means nothing here | allowed: questions, offers, effect
an unknown key in a deadline |       when: true |       when: true⏎      «every: 2 weeks | "every" means nothing here | allowed: name, remark
an unknown key in a source | line: 10 } | line: 10, «page: 3 } | "page" means nothing here | allowed: section, line
an unknown key in a parameter | unit: hours, | «units: hours, | "units" means nothing here | allowed: from, value, unit, reference
an unknown key in a value | plus: 1 day | «pluss: 1 day | "pluss" means nothing here | allowed: date, plus, minus
a text place that is no parameter, value or fact |           da: Til {lastDay}.⏎          en: Until {lastDay}. |           da: «Til {lastDy}.⏎          en: Until {lastDy}. | {lastDy} is no parameter, value or fact | allowed: longest, hoursLimit, groundsList, lastDay, firstDay, or a fact
a place in the Danish text only | da: Til {lastDay}.⏎          en: Until {lastDay}. | da: «Til {lastDay}.⏎          en: Until then. | {lastDay} stands in one of the languages only
a place in the English text only | en: Until {lastDay}. | en: «Until {lastDay}, {firstDay}. | {firstDay} stands in one of the languages only
a text in one language only | says: { da: Aftale, en: Agreement } | «says: { da: Aftale } | says.en: nothing stands here | wanted: string
a parameter without a value on the first day | - { from: 2024-01-01, value: 20, unit | «- { from: 2024-02-01, value: 20, unit | hoursLimit has no value on 2024-01-01 | its first entry must begin on 2024-01-01
a period that ends before it begins | validTo: 2024-12-31 | validTo: «2023-12-31 | 2023-12-31 lies before validFrom 2024-01-01
an effect there is none of | effect: forbids | effect: «prohibits | "prohibits" stands here | 'forbids'
a question there is none of | questions: [start-offer] | questions: [«begin-offer] | "begin-offer" stands here | allowed: start-offer,
a kind of offer there is none of | offers: [internship] | offers: [«praktik] | "praktik" stands here
a group of kinds that is none | offers: [internship] | offers: «$longest | $longest is no list of offer kinds | allowed: guidance,
a length of time that is none | plus: 2 weeks | plus: «two weeks | "two weeks" is no duration | allowed: "N days", "N weeks"
a deadline without a date |     deadline:⏎      name: { da: Opfølgning, en: Follow-up }⏎      when: true⏎      due: { date: $benefit.since, plus: 2 weeks } |     deadline:⏎      «name: { da: Opfølgning, en: Follow-up }⏎      when: true | a deadline has either \`due\`, or \`undated: true\`
days before what has no date |       due: { date: $benefit.since, plus: 2 weeks } |       undated: true⏎      dueSoonFrom: «$benefit.since | what is due on every day until it is met has no days before that
clauses that speak to no question | id: RULE-1⏎    statement: { da: Højst tre måneder, en: At most three months }⏎    source: { section: Kapitel 1, line: 10 }⏎    questions: [start-offer]⏎ | «id: RULE-1⏎    statement: { da: Højst tre måneder, en: At most three months }⏎    source: { section: Kapitel 1, line: 10 }⏎ | RULE-1 has clauses, so it needs questions that they speak to
a line number that is none | line: 20 | line: «0 | 0 stands here
a condition that is a number | when: true | when: «3 | 3 stands where a condition is wanted
months counted in weeks | lastDay: { lastDayOf: $longest, from: $offer.starts } | lastDay: { lastDayOf: $longest, from: $offer.starts }⏎  months: { monthsWith: [shy], inLast: «3 weeks } | calendar months are counted | allowed: "N months"
months with a benefit there is none of | lastDay: { lastDayOf: $longest, from: $offer.starts } | lastDay: { lastDayOf: $longest, from: $offer.starts }⏎  months: { monthsWith: «[su], inLast: 3 months } | "su" is no benefit | allowed: a-dagpenge,
one entry in two lists | rules:⏎  - id: RULE-1 | notEvaluated:⏎  - id: «RULE-1⏎    statement: { da: Et, en: One }⏎    source: { section: A, line: 1 }⏎    why: { da: Fordi, en: Because }⏎rules:⏎  - id: RULE-1 | RULE-1 stands here a second time (first in rules)
a rule that says nothing | id: RULE-2⏎    statement: { da: Opfølgning, en: Follow-up }⏎    source: { section: Kapitel 2, line: 20 }⏎    deadline:⏎      name: { da: Opfølgning, en: Follow-up }⏎      when: true⏎      due: { date: $benefit.since, plus: 2 weeks } | «id: RULE-2⏎    statement: { da: Opfølgning, en: Follow-up }⏎    source: { section: Kapitel 2, line: 20 } | RULE-2 says nothing | allowed: clauses, deadline, matter, segment
a no in an answer about deadlines |       - effect: forbids |       - questions: [deadlines]⏎        effect: «forbids | an answer about deadlines can only advise
a day that does not exist, in a condition | before: $offer.ends | before: «2024-02-30 | 2024-02-30 is no day of the calendar
a day that does not exist, in a parameter | value: 20, unit | value: «2024-02-30, unit | 2024-02-30 is no day of the calendar
how far an offer may go, said twice | rules:⏎  - id: RULE-1 | latestEnd:⏎  - { questions: [start-offer], offers: [internship], is: $lastDay }⏎  - «{ questions: [start-offer], offers: [internship, guidance], is: $firstDay }⏎rules:⏎  - id: RULE-1 | a row above already says how far these offers may go
a matter's clock without a length |     deadline:⏎      name: { da: Opfølgning, en: Follow-up }⏎      when: true⏎      due: { date: $benefit.since, plus: 2 weeks } |     matter:⏎      kind: complaint⏎      name: { da: Klage, en: Complaint }⏎      within: «a week | "a week" is no length of time | allowed: "N hours", "N days"
a matter's clock of working days |     deadline:⏎      name: { da: Opfølgning, en: Follow-up }⏎      when: true⏎      due: { date: $benefit.since, plus: 2 weeks } |     matter:⏎      kind: complaint⏎      name: { da: Klage, en: Complaint }⏎      within: «7 days⏎      workingDays: true | working days are counted by the hour here
a matter there is none of |     deadline:⏎      name: { da: Opfølgning, en: Follow-up }⏎      when: true⏎      due: { date: $benefit.since, plus: 2 weeks } |     matter:⏎      kind: «letter⏎      name: { da: Klage, en: Complaint }⏎      within: 7 days | "letter" stands here | allowed: company-enquiry, complaint
a reminder with a typo in a fact | rules:⏎  - id: RULE-1 | reminders:⏎  - id: RULE-3⏎    statement: { da: Et, en: One }⏎    source: { section: A, line: 1 }⏎    questions: any⏎    when: { fact: «citizen.genders, is: female }⏎    says: { da: Husk, en: Remember }⏎rules:⏎  - id: RULE-1 | there is no fact "citizen.genders" | did you mean citizen.gender?
a figure with a goal that is none | rules:⏎  - id: RULE-1 | targets:⏎  - id: RULE-3⏎    statement: { da: Et, en: One }⏎    source: { section: A, line: 1 }⏎    figures: [{ id: a, name: { da: A, en: A }, unit: «stones, goal: { atLeast: 3 } }]⏎rules:⏎  - id: RULE-1 | "stones" stands here | allowed: citizens, people, percent
a closing day that is none | document: Plan 2024 | document: Plan 2024⏎closingDays: [«13-24] | "13-24" stands here
a closing day that no year has | document: Plan 2024 | document: Plan 2024⏎closingDays: [«02-30] | "02-30" stands here
an entry that is not evaluated, without why | rules:⏎  - id: RULE-1 | notEvaluated:⏎  - «id: RULE-3⏎    statement: { da: Et, en: One }⏎    source: { section: A, line: 1 }⏎rules:⏎  - id: RULE-1 | notEvaluated.0.why: nothing stands here
the latest of what has no day | lastDay: { lastDayOf: $longest, from: $offer.starts } | lastDay: { lastDayOf: $longest, from: $offer.starts }⏎  newest: { latestEntry: «bids, take: its.provider } | only events have a day they happened on | allowed: events
a sum with a date in it | lastDay: { lastDayOf: $longest, from: $offer.starts } | lastDay: { lastDayOf: $longest, from: $offer.starts }⏎  hours: { sum: [1, «$today] } | "$today" is date, but a number is wanted
`;

const rows = mistakes
  .trim()
  .split('\n')
  .map((row): [string, string, string, ...string[]] => {
    const [mistake = '', there = '', instead = '', ...says] = row.replaceAll('⏎', '\n').split(' | ');
    return [mistake, there, instead, ...says];
  });

describe('a mistake is answered with file, line, column, what stands there and what may', () => {
  test.each(rows)('%s', (_mistake, there, instead, ...says) => {
    const { text, position } = withMistake(there, instead);
    const mistakes = mistakesIn(text);
    expect(mistakes).toHaveLength(1);
    for (const part of [`${position} `, ...says]) expect(mistakes[0]).toContain(part);
  });

  test('several mistakes are all told at once, in one error that names the file', () => {
    const text = sound.replace('above: $hoursLimit', 'over: 3').replace('is: sygedagpenge', 'is: sygedagspenge');
    const mistakes = mistakesIn(text);
    expect(mistakes).toHaveLength(2);
    expect(() => load(text)).toThrow(`testby/2024-01-01.yaml is refused:\n${mistakes.join('\n')}`);
  });

  test('a file in which nothing stands', () => {
    expect(mistakesIn('')).toEqual(['testby/2024-01-01.yaml:1:1 : nothing stands here; wanted: object']);
  });

  test('a few lines whose aliases unfold to millions of values', () => {
    const levels = ['a: &l0 [x]', ...Array.from({ length: 12 }, (_, n) => `l: &l${n + 1} [${`*l${n},`.repeat(10)}]`)];
    const text = levels.map((line, n) => line.replace(/^\w+/, `level${n}`)).join('\n');
    expect(mistakesIn(text)).toEqual([expect.stringMatching(/unfold to more than 200000 values/)]);
  });

  test('two rulebooks of one municipality that begin on the same day', () => {
    const twice = ['a.yaml', 'b.yaml'].map((path) => ({ path, text: sound }));
    expect(() => createShelf(twice, commonSentences)).toThrow('testby already has a rulebook valid from 2024-01-01');
  });

  test('a mistake in the common sentences', () => {
    const text = commonSentences.text.replace('declined:', 'refused:');
    expect(() => createShelf([], { path: 'common.yaml', text })).toThrow(
      'common.yaml:4:1 refused: "refused" means nothing here; allowed: allowed, silent, unopposed, noStep, deviates, declined',
    );
  });
});
