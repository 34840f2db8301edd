import type { Digest } from '../../src/agenda/digest.ts';
import { type OpenDue, entryKey } from '../../src/agenda/open-due.ts';
import { caseItem } from '../../src/cases/case-item.ts';
import type { DigestView } from '../../src/cards/views.ts';
import type { ShownEntry } from '../../src/conversation/digest/team-digest.ts';
import { digestView } from '../../src/conversation/views/digest-view.ts';
import { caseRecord } from './office.ts';
import { texts } from './talk.ts';

const DAY = '2026-04-01';
const names: Record<string, string> = {
  'RULE-1': 'Opfølgning med jobkonsulent',
  'RULE-2': 'Uddannelse eller virksomhedsrettet tilbud inden 12 måneder',
  'RULE-3': 'Sidste dag til at beslutte en forlængelse',
};
const dues = ['2026-01-12', '2026-02-27', '2026-03-02', '2026-03-15', '2026-03-30', '2026-03-31', '2026-04-01'];
const days = ['2026-03-25', '2026-03-26', '2026-03-27', '2026-03-30', '2026-03-31'];

const open: OpenDue[] = dues.map((due, index) => {
  const entry = {
    rule: `RULE-${(index % 3) + 1}`,
    name: { da: '', en: '' },
    due,
    dueSoonFrom: '2026-01-01',
    met: false,
  };
  const item = caseItem(caseRecord('testby', `TES-2026-00${index + 10}`), {
    requests: [],
    agenda: [entry],
    outbox: [],
    audit: [],
  });
  const takenBy = index === 2 ? { takenBy: 'mona' } : {};
  return { entry, due, status: due < DAY ? 'overdue' : 'due-soon', about: 'case', item, ...takenBy };
});

const digest: Digest = {
  day: DAY,
  counts: { overdue: 12, soon: 4, undated: 3 },
  worst: open,
  past: days.map((day, index) => ({ day, counts: { overdue: [15, 14, 16, 11, 9][index] ?? 0, soon: 6, undated: 3 } })),
  since: { day: '2026-03-31', handled: 4, come: 6 },
  missed: [],
  open: [],
};

const entries = open.map((one, index): ShownEntry => ({
  key: entryKey(one),
  ...(index === 1 ? {} : { open: one }),
  caseworker: index % 2 === 0 ? 'kirsten' : 'mona',
  todo: index % 3 === 0 ? ['interview', 'contact'] : [],
}));

const shown = {
  team: 'Team Sygedagpenge',
  job: `${DAY}~team~nord`,
  nameOf: (person: string) => (person === 'mona' ? 'Mona Opdigtet' : 'Kirsten Opdigtet-Vestergaard'),
  whatOf: (rule: string) => names[rule] ?? rule,
};
const wording = { say: texts('da'), language: 'da', today: DAY } as const;

/** A team's overview in its channel, on a day when it came late. */
export const digestCard: DigestView = digestView(
  { ...shown, digest, entries, late: '2026-04-01T05:30:00Z', notes: ['Du har taget punktet i TES-2026-0012.'] },
  wording,
);

/** The overview of a day on which there is nothing to do. */
export const quietDigest: DigestView = digestView(
  { ...shown, digest: { ...digest, counts: { overdue: 0, soon: 0, undated: 0 }, worst: [] }, entries: [], notes: [] },
  wording,
);

const row = (case_: string, date: string, taken?: string) => ({
  symbol: '✕',
  tone: 'attention' as const,
  label: 'Opfølgning med jobkonsulent',
  date,
  left: case_,
  ...(taken !== undefined && { place: `${taken} har taget det` }),
});

/** All that is open in a team, by caseworker. */
export const digestList: DigestView = {
  view: 'digest',
  headline: {
    symbol: 'i',
    tone: 'default',
    title: 'Alle punkter i Team Sygedagpenge efter sagsbehandler',
    about: 'onsdag den 1. april 2026',
  },
  notes: ['Kortet er fra tirsdag den 31. marts 2026. Her står, hvordan det ser ud i dag.', 'Viser nr. 1–25 af 41.'],
  counts: [],
  chart: [],
  rows: [],
  groups: [
    {
      title: 'Kirsten Opdigtet-Vestergaard (12)',
      lines: [row('TES-2026-0010', '79 dage over tiden', 'Mona Opdigtet'), row('TES-2026-0012', '30 dage over tiden')],
    },
    {
      title: 'Henvendelser (1)',
      lines: [{ symbol: '○', label: 'Svar til virksomheden', date: 'uden dato', left: 'K-1' }],
    },
  ],
  inputs: [],
  actions: ['Forrige', 'Næste', 'Tilbage til overblikket'].map((title) => ({
    title,
    verb: 'digest-all',
    data: { from: 0 },
  })),
};
