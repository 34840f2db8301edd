import { inflateRawSync } from 'node:zlib';

const [ENTRY, END] = [0x02_01_4b_50, 0x06_05_4b_50];
const END_LENGTH = 22;
const DEFLATED = 8;
/** Bytes. What is looked for is a page of text. */
const LARGEST = 1024 * 1024;

/** One file of a zip archive; undefined where the archive has none of that name. Throws when it is no zip archive. */
export const readZip = (zip: Buffer, wanted: string): Buffer | undefined => {
  let end = zip.length - END_LENGTH;
  while (end >= 0 && zip.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new Error('it is no zip archive');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error('its list of files is damaged');
    const nameLength = zip.readUInt16LE(at + 28);
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === wanted) {
      const begins = zip.readUInt32LE(at + 42);
      const data = begins + 30 + zip.readUInt16LE(begins + 26) + zip.readUInt16LE(begins + 28);
      const packed = zip.subarray(data, data + zip.readUInt32LE(at + 20));
      const deflated = zip.readUInt16LE(at + 10) === DEFLATED;
      return deflated ? inflateRawSync(packed, { maxOutputLength: LARGEST }) : packed;
    }
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return undefined;
};
