import type { Actions } from './actions.ts';
import { type Charge, NOTHING, plus, pointRead, query, replace } from './charge.ts';

/** What a municipality does in a month. Assumptions; change them here and run `npm run request-units` again. */
export const WORKLOAD = {
  cases: 8000,
  casesOfACaseworker: 60,
  teams: 12,
  workingDays: 21,
  /** Of each caseworker on a working day. */
  questions: 6,
  followUps: 3,
  agendas: 2,
  requests: 0.3,
  /** Sign-offs that a request needs. */
  approvals: 2,
  /** Months that the facts of an answer, and who was shown it, are kept: `rulebooks/retention.yaml`. */
  keptMonths: 24,
} as const;

/** US dollars. */
export const PRICES = {
  millionUnits: 0.25,
  hundredUnitsASecondForAnHour: 0.008,
  gigabyteAMonth: 0.25,
  of: '2022-03-31, a region in the United States',
  source: 'https://learn.microsoft.com/azure/cosmos-db/understand-your-bill',
} as const;

const HOURS = 720;
const SECONDS = HOURS * 3600;
const NIGHTS = 30;
/** The service takes no less for a database whose containers share what is provisioned. */
const LEAST_A_SECOND = 400;
/** A morning asks for so many times what a month does on average. */
const PEAK = 5;
/** What the service puts beside the documents, its indexes above all. */
const WITH_INDEXES = 1.3;
/** KB of an entry that somebody was shown something. */
const ACCESS_KB = 0.5;

const times = ({ examples, most }: Charge, count: number): Charge => ({
  examples: examples * count,
  most: most * count,
});

/** A digest of one team: docs/request-units.md has how it is made up. */
const DIGEST: Charge = { examples: 33, most: 853 };

/** A row of the month: what, how often, and what it costs altogether. */
export interface Row {
  what: string;
  count: number;
  charge: Charge;
}

/** What one municipality asks for in a month, and what runs once however many there are. */
export const monthOf = ({ asked, night }: Actions): { each: Row[]; once: Row[] } => {
  const { cases, casesOfACaseworker, teams, workingDays, questions, followUps, agendas, requests, approvals } =
    WORKLOAD;
  const days = (cases / casesOfACaseworker) * workingDays;
  const counts = [questions, followUps, agendas, requests, requests * approvals].map((one) => one * days);
  const row = (what: string, count: number, charge: Charge): Row => ({ what, count, charge: times(charge, count) });
  return {
    each: [
      ...asked.map(({ what, charge }, index) => row(what, counts[index] ?? 0, charge)),
      row('A night, for each case', NIGHTS * cases, times(night.charge, 1 / night.cases)),
      row('A digest of a team', teams * workingDays, DIGEST),
      row('A round of the relay that finds nothing, every 5 seconds', SECONDS / 5, times(query([]), 3)),
      row('A reading of the metrics, every minute', SECONDS / 60, times(query([]), 6)),
    ],
    once: [
      row('The lease renewed, every 10 seconds', SECONDS / 10, plus(pointRead(1), replace(1))),
      row('`/readyz`, every 10 seconds', SECONDS / 10, pointRead(1)),
    ],
  };
};

/** Everything of a month together. */
export const sumOf = (rows: readonly Row[]): Charge => rows.reduce((sum, { charge }) => plus(sum, charge), NOTHING);

/** GB that lie there once as much goes as comes. */
export const gigabytesOf = ({ sizes }: Actions): number => {
  const { cases, casesOfACaseworker, workingDays, questions, followUps, keptMonths } = WORKLOAD;
  const answers = (cases / casesOfACaseworker) * workingDays * (questions + followUps) * keptMonths;
  return ((cases * sizes.case + answers * (sizes.receipt + sizes.facts + ACCESS_KB)) * WITH_INDEXES) / 1024 ** 2;
};

/** US dollars a month: paid by use, and by what is held ready. */
export const costOf = (units: number, gigabytes: number) => {
  const storage = gigabytes * PRICES.gigabyteAMonth;
  const ready = Math.max(LEAST_A_SECOND, Math.ceil((PEAK * units) / SECONDS / 100) * 100);
  return {
    byUse: (units / 1e6) * PRICES.millionUnits + storage,
    ready,
    held: (ready / 100) * PRICES.hundredUnitsASecondForAnHour * HOURS + storage,
  };
};
