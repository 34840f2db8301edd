import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { civilDateAt, systemClock } from '../clock.ts';
import { civilDate } from '../contract/case.ts';
import type { Decision } from '../contract/decision.ts';
import { decideInputSchema } from '../contract/question.ts';
import { checked, type Refusal } from '../contract/refusal.ts';
import { readShelf } from '../rulebook-files.ts';
import { decide } from '../rulebook/decide.ts';
import { explain } from '../rulebook/explain.ts';
import type { Shelf } from '../rulebook/shelf.ts';
import type { CommandIo, ExitStatus } from './command.ts';

const usage = 'usage: makker decide [--today YYYY-MM-DD] [FILE]   (standard input without FILE)';

/** Answers one question, or a JSON Lines stream of them; a refused line does not stop the others. */
export const decideCommand = async (io: CommandIo): Promise<ExitStatus> => {
  const options = readOptions(io.args);
  if (options === undefined) {
    io.err(usage);
    return 2;
  }
  const text =
    options.file === undefined ? await io.input() : await readFile(options.file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    io.err(`cannot read ${options.file}`);
    return 1;
  }
  const shelf = readShelf(new URL('../../rulebooks', import.meta.url).pathname);
  const single = parsed(text);
  if ('value' in single && !hasId(single.value)) {
    const answer = answerTo(shelf, single.value, options.today);
    if ('refusal' in answer) {
      io.err(`${answer.refusal.path || 'input'}: ${answer.refusal.message}`);
      return 1;
    }
    io.out(JSON.stringify(answer.decision, null, 2));
    return 0;
  }
  for (const line of text.split('\n'))
    if (line.trim() !== '') io.out(JSON.stringify(answerLine(shelf, line, options.today)));
  return 0;
};

const readOptions = (args: readonly string[]): { today: string; file?: string } | undefined => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { today: { type: 'string' } },
      allowPositionals: true,
    });
    const today = values.today ?? civilDateAt(systemClock.now());
    const [file, ...more] = positionals;
    if (more.length > 0 || !civilDate.safeParse(today).success) return undefined;
    return file === undefined ? { today } : { today, file };
  } catch {
    return undefined;
  }
};

const parsed = (text: string): { value: unknown } | { problem: string } => {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : 'not JSON' };
  }
};

const hasId = (value: unknown): value is { id: unknown } =>
  typeof value === 'object' && value !== null && 'id' in value;

const answerLine = (shelf: Shelf, line: string, today: string): unknown => {
  const json = parsed(line);
  if ('problem' in json) return { id: null, error: { path: '', message: `this line is not JSON: ${json.problem}` } };
  const id = hasId(json.value) ? json.value.id : null;
  const answer = answerTo(shelf, json.value, today);
  return 'refusal' in answer ? { id, error: answer.refusal } : { id, ...answer.decision };
};

/** The decision on one input as it came, or why it is refused. */
const answerTo = (shelf: Shelf, value: unknown, today: string): { decision: Decision } | { refusal: Refusal } => {
  const input = checked(decideInputSchema, value);
  if ('refusal' in input) return input;
  const { data } = input;
  const subject = data.case === undefined ? data.matter : data.case;
  const at = data.case === undefined ? 'matter' : 'case';
  const on = data.today ?? today;
  const found = shelf.on(subject?.municipality ?? '', on);
  if ('unknown' in found)
    return {
      refusal: {
        path: `${at}.municipality`,
        message: `no rulebook is loaded for it; allowed: ${found.known.join(', ')}`,
      },
    };
  if ('notBefore' in found)
    return {
      refusal: {
        path: 'today',
        message: `the first rulebook is valid from ${found.notBefore}; on ${on} there is none`,
      },
    };
  const judgement = decide(found.rulebook, {
    today: on,
    question: data.question,
    ...(data.case === undefined ? {} : { case: data.case }),
    ...(data.matter === undefined ? {} : { matter: data.matter }),
    catalogue: data.catalogue ?? [],
  });
  return { decision: explain(judgement, 'da') };
};
