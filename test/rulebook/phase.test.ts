import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Question } from '../../src/contract/question.ts';
import { answerTo } from '../../src/rulebook/check/scenario.ts';
import { createShelf } from '../../src/rulebook/shelf.ts';
import { readRulebookFiles } from '../../src/rulebook-files.ts';

/** Holbæk's rulebook, in which a lead has dated phase 2. */
const { versions, common } = readRulebookFiles(join(import.meta.dirname, '../../rulebooks'));
const holbaek = versions.find(({ path }) => path.includes('holbaek'));
if (holbaek === undefined) throw new Error('Holbæk has a rulebook');
const phaseTwo = '\n    - { from: 2021-06-01, value: 2, unit: phase, reference: "besluttet af funktionslederen" }';
const text = holbaek.text.replace(/(\n {2}phase:\n[^\n]+)/, `$1${phaseTwo}`);
const shelf = createShelf([{ ...holbaek, text }], common);

const ask = (today: string, question: Question, since = '2020-02-01') =>
  answerTo(shelf, {
    today,
    input: {
      case: {
        id: 'HOL-2021-00700',
        municipality: 'holbaek',
        team: 'indsats',
        caseworker: 'runa.kilde',
        citizen: { name: 'Opdigtet Borger' },
        benefit: { type: 'a-dagpenge', since },
      },
      question,
    },
  });
const programme = (catalogueItem: string): Question => ({
  kind: 'start-offer',
  offer: { id: 'o1', kind: 'programme', catalogueItem, starts: '2021-07-01' },
});
const reminded = (today: string, since: string) => {
  const rules = ask(today, { kind: 'next-step' }, since).findings.map(({ rule }) => rule);
  return rules.filter((rule) => ['HOL-09', 'HOL-52'].includes(rule)).toSorted();
};

describe('a phase that begins inside the plan, by a dated entry', () => {
  test.each(['agervang', '25-35', 'vangkvarteret'])('the special effort %s may start from that day', (item) => {
    expect(ask('2021-05-31', programme(item)).outcome).toBe('denied');
    expect(ask('2021-06-01', programme(item)).outcome).toBe('allowed');
  });

  test('from that day citizens at risk are candidates too, and get the intensive effort', () => {
    expect(reminded('2021-05-31', '2020-11-01')).toEqual([]);
    expect(reminded('2021-06-01', '2020-11-01')).toEqual(['HOL-09', 'HOL-52']);
    expect(reminded('2021-06-01', '2021-02-01')).toEqual(['HOL-52']);
    expect(reminded('2021-06-01', '2020-02-01')).toEqual(['HOL-09']);
  });
});
