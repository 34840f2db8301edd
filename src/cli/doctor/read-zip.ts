import { inflateRawSync } from 'node:zlib';
import { zipEntries } from '../../format/zip-entries.ts';

/** Bytes. What is looked for is a page of text. */
const LARGEST = 1024 * 1024;

/** One file of a zip archive; undefined where the archive has none of that name. Throws when it is no zip archive. */
export const readZip = (zip: Buffer, wanted: string): Buffer | undefined => {
  const entry = zipEntries(zip).find(({ name }) => name === wanted);
  if (entry === undefined) return undefined;
  const { header, packed, deflated } = entry;
  const data = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
  const bytes = zip.subarray(data, data + packed);
  return deflated ? inflateRawSync(bytes, { maxOutputLength: LARGEST }) : bytes;
};
