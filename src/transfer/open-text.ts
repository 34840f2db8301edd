import { createReadStream } from 'node:fs';
import { TableError } from './table.ts';

/** How the bytes of a file are read as text. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le';

export const ENCODING_NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16',
};

/** What a first look at a file tells. */
export interface Looked {
  encoding: Encoding;
  /** Whether a quotation mark stands anywhere in it. */
  quoted: boolean;
}

const QUOTE = 0x22;

/** Whether æ, ø, å or another such letter stands here in UTF-8; in Windows-1252 it would be Ã and half a sign. */
const hasLetterOfUtf8 = (chunk: Buffer): boolean => {
  for (let at = chunk.indexOf(0xc3); at >= 0; at = chunk.indexOf(0xc3, at + 1))
    if (((chunk[at + 1] ?? 0) & 0xc0) === 0x80) return true;
  return false;
};

const startsWithMark = (chunk: Buffer): boolean => chunk[0] === 0xef && chunk[1] === 0xbb && chunk[2] === 0xbf;

/** Looks through all of the file: one letter of Windows-1252 may stand at its end. */
export const lookAt = async (file: string): Promise<Looked> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const looked: Looked = { encoding: 'utf-8', quoted: false };
  let [first, utf8] = [true, false];
  const decode = (chunk?: Buffer): void => {
    if (looked.encoding !== 'utf-8') return;
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      looked.encoding = 'windows-1252';
    }
  };
  for await (const chunk of piecesOf(file)) {
    if (first && chunk[0] === 0xff && chunk[1] === 0xfe) looked.encoding = 'utf-16le';
    utf8 ||= (first && startsWithMark(chunk)) || hasLetterOfUtf8(chunk);
    first = false;
    looked.quoted ||= chunk.includes(QUOTE);
    decode(chunk);
  }
  decode();
  if (looked.encoding === 'windows-1252' && utf8) throw await brokenIn(file);
  return looked;
};

/** Where the file stops being UTF-8: read in another encoding, all of its names would be wrong. */
const brokenIn = async (file: string): Promise<TableError> => {
  let row = 1;
  for await (const lines of linesOf(file, 'utf-8')) {
    const at = lines.findIndex((line) => line.includes('\uFFFD'));
    row += at < 0 ? lines.length : at;
    if (at >= 0) break;
  }
  const why = 'a byte here is no UTF-8, as the rest of the file is; allowed: all of it in one encoding';
  return new TableError({ row, column: '(row)', why });
};

/** How a file in the contract's own form is read: UTF-8, or UTF-16 with its mark, as a redirected command writes it. */
export const encodingOfLines = async (file: string): Promise<Encoding> => {
  const { encoding } = await lookAt(file);
  if (encoding === 'windows-1252') throw await brokenIn(file);
  return encoding;
};

const PIECE = 1 << 18;

/** The edge where a file comes in: without an encoding a stream gives nothing but buffers. */
async function* piecesOf(file: string): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(file, { highWaterMark: PIECE })) if (Buffer.isBuffer(chunk)) yield chunk;
}

/** The text of a file, piece by piece, without a byte order mark. */
export async function* textOf(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of piecesOf(file)) yield decoder.decode(piece, { stream: true });
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** The lines of a file, many at a time, without what ends them. */
export async function* linesOf(file: string, encoding: Encoding): AsyncGenerator<string[]> {
  let rest = '';
  for await (const piece of textOf(file, encoding)) {
    // What stands last may be half of a line end.
    const lines = (rest + piece).split(/\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    yield lines;
  }
  if (rest !== '') yield [rest];
}

/** How many lines a file has. */
export const countLines = async (file: string): Promise<number> => {
  let [lines, last] = [0, 10];
  for await (const piece of piecesOf(file)) {
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines += 1;
    last = piece.at(-1) ?? last;
  }
  return last === 10 ? lines : lines + 1;
};
