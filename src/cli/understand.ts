import { parseArgs } from 'node:util';
import { z } from 'zod';
import { civilDateAt, systemClock } from '../clock.ts';
import { civilDate } from '../contract/case.ts';
import { LANGUAGES, type Language } from '../contract/language.ts';
import { contextSchema } from '../conversation/understanding/context-schema.ts';
import { explainUnderstanding } from '../conversation/understanding/understand.ts';
import type { UnderstandOptions } from '../conversation/understanding/understanding.ts';
import { maskCpr } from '../privacy/cpr.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { accountOf } from './explain-understanding.ts';

const usage = `usage: makker understand [--today YYYY-MM-DD] [--lang ${LANGUAGES.join('|')}] [--explain] [TEXT]
  without TEXT, standard input: one sentence a line, or JSON Lines {id, text, context?}
  --explain: the slots, every score with its cues, and the margin to the next; with TEXT in words, else as JSON`;

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z.string(),
  context: contextSchema.exactOptional(),
});
type Line = z.infer<typeof lineSchema>;

interface Options {
  today: string;
  language?: Language;
  explain: boolean;
  text: string;
}

const readOptions = (args: readonly string[]): Options | undefined => {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { today: { type: 'string' }, lang: { type: 'string' }, explain: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const today = values.today ?? civilDateAt(systemClock.now());
    const language = LANGUAGES.find((known) => known === values.lang);
    if (!civilDate.safeParse(today).success || (values.lang !== undefined && language === undefined)) return undefined;
    return {
      today,
      explain: values.explain,
      text: positionals.join(' '),
      ...(language === undefined ? {} : { language }),
    };
  } catch {
    return undefined;
  }
};

/** A line of input: JSON with text and context, or the sentence itself. */
const readLine = (line: string, number: number): Line | { error: { path: string; message: string } } => {
  if (!line.trimStart().startsWith('{')) return { id: number, text: line };
  try {
    const checked = lineSchema.safeParse(JSON.parse(line));
    if (checked.success) return checked.data;
    const [issue] = checked.error.issues;
    return { error: { path: issue?.path.join('.') ?? '', message: issue?.message ?? 'not a line to understand' } };
  } catch (error) {
    return { error: { path: '', message: error instanceof Error ? error.message : 'not JSON' } };
  }
};

/** Says how each sentence is understood, by the same code as the chat. */
export const understandCommand = async (io: CommandIo): Promise<ExitStatus> => {
  const options = readOptions(io.args);
  if (options === undefined) {
    io.err(usage);
    return 2;
  }
  const input = options.text === '' ? await io.input() : options.text;
  for (const [index, text] of input.split(/\r?\n/).entries()) {
    if (text.trim() === '') continue;
    const line = readLine(text, index + 1);
    if ('error' in line) {
      io.out(JSON.stringify({ id: index + 1, ...line }));
      continue;
    }
    const asked: UnderstandOptions = {
      today: options.today,
      ...(options.language === undefined ? {} : { language: options.language }),
      ...(line.context === undefined ? {} : { context: line.context }),
    };
    // As in the chat: no CPR number goes further than where it came in.
    const explained = explainUnderstanding(maskCpr(line.text), asked);
    if (options.explain && options.text !== '') {
      io.out(accountOf(explained));
      continue;
    }
    const { understanding, scores, ...account } = explained;
    const told = options.explain ? { ...account, scores: scores() } : {};
    io.out(JSON.stringify({ id: line.id ?? index + 1, ...understanding, ...told }));
  }
  return 0;
};
