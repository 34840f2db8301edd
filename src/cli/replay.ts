import { parseArgs } from 'node:util';
import { systemClock } from '../clock.ts';
import { newId } from '../ids.ts';
import { createReplay } from '../receipts/create-replay.ts';
import { namedBy } from '../receipts/decision-id.ts';
import { createReceipts } from '../receipts/receipts.ts';
import { readShelf } from '../rulebook-files.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { replayJson, replayReport } from './replay-report.ts';
import { shownHere } from './shown-here.ts';
import { withKeyedStore, type Surroundings } from './with-store.ts';

const usage = `usage: makker replay DECISION-ID [--json]
  DECISION-ID: municipality~case~letters, as it stands at the end of an answer's card`;

/** `makker replay` on this machine: its rulebooks, and the store its settings name. */
export const replayCommand = (io: CommandIo): Promise<ExitStatus> =>
  replayIn({ env: process.env, rulebooks: new URL('../../rulebooks', import.meta.url).pathname }, io);

/** Computes a recorded answer again and says whether it is the same. It writes nothing but who was shown it. */
export const replayIn = async ({ env, rulebooks }: Surroundings, io: CommandIo): Promise<ExitStatus> => {
  const options = readOptions(io.args);
  if (options === undefined) {
    io.err(usage);
    return 2;
  }
  const { id, json } = options;
  const named = namedBy(id);
  if (named === undefined) {
    io.err(`${id} is no decision id; one looks like municipality~case~letters`);
    return 1;
  }
  const shelf = readShelf(rulebooks);
  return withKeyedStore(env, io, async (store, key) => {
    const receipts = createReceipts({ store, key, clock: systemClock, ids: newId });
    const replay = await createReplay({ store, receipts, shelf, key })(named.municipality, id);
    if (replay === undefined) {
      io.err(`there is no receipt ${id}: no answer in ${named.municipality} about ${named.caseId} has that id`);
      return 1;
    }
    await shownHere(store, named.municipality, named.caseId, 'makker replay');
    if (json) io.out(replayJson(replay));
    else for (const line of replayReport(replay)) io.out(line);
    return 0;
  });
};

const readOptions = (args: readonly string[]): { id: string; json: boolean } | undefined => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [id, ...more] = positionals;
    if (id === undefined || more.length > 0) return undefined;
    // Cards put unseen characters into long words, and they come along when the id is copied.
    return { id: id.replaceAll(/\p{Cf}|\s/gu, ''), json: values.json };
  } catch {
    return undefined;
  }
};
