const [ENTRY, END] = [0x02_01_4b_50, 0x06_05_4b_50];
const END_LENGTH = 22;

/** One file in a zip archive, as the archive's list tells of it. */
export interface ZipEntry {
  name: string;
  /** Whether it is packed, or stored as it is. */
  deflated: boolean;
  /** Bytes in the archive, and what they say they unpack to. */
  packed: number;
  unpacked: number;
  /** Where its own header begins. */
  header: number;
}

/** The files of a zip archive, by the list at its end; nothing is unpacked. Throws when it is no zip archive. */
export const zipEntries = (zip: Buffer): ZipEntry[] => {
  let end = zip.length - END_LENGTH;
  while (end >= 0 && zip.readUInt32LE(end) !== END) end -= 1;
  if (end < 0) throw new Error('it is no zip archive');
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (at + 46 > end || zip.readUInt32LE(at) !== ENTRY) throw new Error('its list of files is damaged');
    const nameLength = zip.readUInt16LE(at + 28);
    entries.push({
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      deflated: zip.readUInt16LE(at + 10) !== 0,
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      header: zip.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
};
