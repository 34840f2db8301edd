/** What is said on the console once everything is ready: where to go, who one is there, what to ask. */
export interface Welcome {
  endpoint: string;
  /** How many records of the demos are new; none when the data is from an earlier start. */
  added: number;
  /** The municipality whose chats are shown, and what to ask there. */
  shown: string;
  chats: { url: string; name: string; as: string }[];
  ask: { say: string; shows: string }[];
  /** The other municipalities that have invented data. */
  others: string[];
}

const dataLine = (added: number): string =>
  added > 0
    ? `${added} invented records were added; what was there before is kept.`
    : 'The data of the last start is kept, so an answer may differ from what is said here; delete .data to begin anew.';

const toAsk = ({ chats, shown, ask }: Welcome): string[] =>
  chats.length === 0
    ? []
    : [
        '',
        `Both work in ${shown}. Open both; nobody can be reached before their page has been opened once:`,
        ...chats.map(({ url, name, as }) => `  ${url}  you are ${name}, ${as}`),
        '',
        'Ask, as the caseworker:',
        ...ask.flatMap(({ say, shows }) => [`  ${say}`, `      ${shows}`]),
      ];

const toSeeOthers = ({ chats, others }: Welcome): string[] =>
  chats.length === 0 || others.length === 0
    ? []
    : ['', `To see ${others.join(', ')}: stop this, then for example npm start -- --municipality ${others[0]}`];

/** The console text of a trial run. */
export const welcome = (trial: Welcome): string =>
  [
    `Makker listens on ${trial.endpoint}, on this machine only: no bot credentials are set.`,
    dataLine(trial.added),
    ...toAsk(trial),
    ...toSeeOthers(trial),
    '',
    'Ctrl-C stops everything.',
  ].join('\n');
