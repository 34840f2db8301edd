import { createReadStream } from 'node:fs';

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

/** Looks through all of the file: one letter of Windows-1252 may stand at its end. */
export const lookAt = async (file: string): Promise<Looked> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let [first, quoted, encoding]: [boolean, boolean, Encoding] = [true, false, 'utf-8'];
  const decode = (chunk?: Buffer): void => {
    if (encoding !== 'utf-8') return;
    try {
      decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      encoding = 'windows-1252';
    }
  };
  for await (const chunk of piecesOf(file)) {
    if (first && chunk[0] === 0xff && chunk[1] === 0xfe) encoding = 'utf-16le';
    first = false;
    quoted ||= chunk.includes(QUOTE);
    decode(chunk);
  }
  decode();
  return { encoding, quoted };
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
    const lines = (rest + piece).split(/\r?\n/);
    rest = lines.pop() ?? '';
    yield lines;
  }
  if (rest !== '') yield [rest];
}

/** How many lines a file has. */
export const countLines = async (file: string): Promise<number> => {
  let lines = 1;
  for await (const piece of piecesOf(file))
    for (let at = piece.indexOf(10); at >= 0; at = piece.indexOf(10, at + 1)) lines += 1;
  return lines;
};
