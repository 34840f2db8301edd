/** What is said on the console once everything is ready: where to go, who one is there, what to ask. */
export interface Welcome {
  endpoint: string;
  /** How many records of the demo are new; none when the data is from an earlier start. */
  added: number;
  chats: { url: string; name: string; as: string }[];
  ask: { say: string; shows: string }[];
}

/** The console text of a trial run. */
export const welcome = ({ endpoint, added, chats, ask }: Welcome): string => {
  const data =
    added > 0
      ? `${added} invented records were added.`
      : 'The data of the last start is kept, so an answer may differ from what is said here; delete .data to begin anew.';
  const lines = [`Makker listens on ${endpoint}, on this machine only: no bot credentials are set.`, data];
  if (chats.length > 0) {
    lines.push('', 'Open both; nobody can be reached before their page has been opened once:');
    for (const { url, name, as } of chats) lines.push(`  ${url}  you are ${name}, ${as}`);
  }
  if (chats.length > 0) {
    lines.push('', 'Ask, as the caseworker:');
    for (const { say, shows } of ask) lines.push(`  ${say}`, `      ${shows}`);
  }
  lines.push('', 'Ctrl-C stops everything.');
  return lines.join('\n');
};
