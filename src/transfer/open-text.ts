import { createReadStream } from 'node:fs';

/** How the bytes of a file are read as text. */
export type Encoding = 'utf-8' | 'windows-1252' | 'utf-16le';

export const ENCODING_NAMES: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16',
};

/** Finds the encoding by reading all of the file: one letter of Windows-1252 may stand at its end. */
export const encodingOf = async (file: string): Promise<Encoding> => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let first = true;
  try {
    for await (const chunk of createReadStream(file)) {
      if (first && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
      first = false;
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1252';
    throw error;
  }
};

/** The text of a file, piece by piece, without a byte order mark. */
export async function* textOf(file: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 }))
    yield decoder.decode(chunk, { stream: true });
  const rest = decoder.decode();
  if (rest !== '') yield rest;
}

/** How many lines a file has. */
export const countLines = async (file: string): Promise<number> => {
  let lines = 1;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 }))
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
  return lines;
};
