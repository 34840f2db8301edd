import { CodedError } from '../../errors.ts';
import { readLastBackup } from './last-backup.ts';

const CORRUPT = 11;
const NOT_A_DATABASE = 26;

/** SQLite's number for what went wrong, without what is more than its last byte tells; undefined for other errors. */
export const sqliteCode = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined;

/** Whether SQLite says that what it read is no sound file. */
export const isDamage = (error: unknown): error is { message?: unknown } => {
  const code = sqliteCode(error);
  return code === CORRUPT || code === NOT_A_DATABASE;
};

/** That the file is damaged, with what is to be done about it. */
export const damagedFile = (path: string, how: string): CodedError => {
  const last = readLastBackup(path);
  const which =
    last === undefined
      ? 'no backup made with makker store backup is known'
      : `the last backup is ${last.file}, made ${last.made}`;
  return new CodedError(
    'store-damaged',
    `${path} is damaged (${how}). Nothing is written to it. Stop Makker and run: makker store restore BACKUP --replace (the damaged file is kept aside); ${which}`,
  );
};

/** What the surroundings refuse, by SQLite's number; all of it passes without a restart once it is mended. */
const REFUSED: Record<number, (path: string) => string> = {
  8: (path) => `${path} cannot be written to: is the disk read-only, or does the file belong to another user?`,
  10: (path) => `the disk of ${path} fails or is full: make room, or see what the system's log says of it`,
  13: (path) => `there is no room on the disk of ${path}: make room`,
  14: (path) => `${path} or a file beside it cannot be opened: may this user write in its folder?`,
};

/** The error as it is to be told: with the file and what is to be done where it is one of the file or its disk. */
export const toldOf = (path: string, error: unknown): unknown => {
  if (isDamage(error)) return damagedFile(path, String(error.message));
  const words = REFUSED[sqliteCode(error) ?? 0];
  return words === undefined ? error : new Error(words(path), { cause: error });
};

/** Likewise for a file that is to take the place of the store. */
export const toldOfBackup = (path: string, error: unknown): unknown =>
  isDamage(error) ? new Error(`${path} is damaged (${String(error.message)}): take another backup`) : error;

/** Stands before the file. */
export interface Guard {
  /** Carries out what goes to the file, unless something was found damaged. */
  guarded: <T>(work: () => T | Promise<T>) => Promise<T>;
  foundDamaged: () => boolean;
}

/** Once something was found damaged, nothing more is read from the file or written to it: each write could make it worse. */
export const createGuard = (path: string): Guard => {
  let damage: unknown;
  return {
    guarded: async (work) => {
      if (damage !== undefined) throw damage;
      try {
        return await work();
      } catch (error) {
        const told = toldOf(path, error);
        if (isDamage(error)) damage = told;
        throw told;
      }
    },
    foundDamaged: () => damage !== undefined,
  };
};
