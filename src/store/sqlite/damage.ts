import { CodedError } from '../../errors.ts';
import { readLastBackup } from './last-backup.ts';

const CORRUPT = 11;
const NOT_A_DATABASE = 26;

/** SQLite's number for what went wrong, without what is more than its last byte tells; undefined for other errors. */
export const sqliteCode = (error: unknown): number | undefined =>
  typeof error === 'object' && error !== null && 'errcode' in error && typeof error.errcode === 'number'
    ? error.errcode & 0xff
    : undefined;

const isDamage = (error: unknown): error is { message?: unknown } => {
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

/** The error as it is to be told: a damage with what is to be done, any other as it was thrown. */
export const toldOf = (path: string, error: unknown): unknown =>
  isDamage(error) ? damagedFile(path, String(error.message)) : error;

/** Likewise for a file that is to take the place of the store. */
export const toldOfBackup = (path: string, error: unknown): unknown =>
  isDamage(error) ? new Error(`${path} is damaged (${String(error.message)}): take another backup`) : error;

/**
 * Carries out what goes to the file. Once something was found damaged, nothing more is read from it or written to it:
 * each write could make it worse.
 */
export const createGuard = (path: string): (<T>(work: () => T | Promise<T>) => Promise<T>) => {
  let damage: unknown;
  return async (work) => {
    if (damage !== undefined) throw damage;
    try {
      return await work();
    } catch (error) {
      const told = toldOf(path, error);
      if (told !== error) damage = told;
      throw told;
    }
  };
};
