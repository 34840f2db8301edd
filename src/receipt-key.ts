import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { SHORTEST_KEY, type Config } from './config.ts';
import { CodedError } from './errors.ts';

/**
 * The key of the keyed hashes: the one given, else the one in the file, made on first use and readable by this
 * user only. It is kept beside the store because hashes made under another key can no longer be checked.
 */
export function receiptKey(setting: Config['receiptKey']): string {
  if ('key' in setting) return setting.key;
  if (existsSync(setting.file)) {
    const kept = readFileSync(setting.file, 'utf8').trim();
    if (kept.length >= SHORTEST_KEY) return kept;
    throw new CodedError(
      'setting-refused',
      `${setting.file} has fewer than ${SHORTEST_KEY} characters: put back the key that was in it; only if nothing was stored under one yet, delete the file, and a new one is made`,
    );
  }
  const made = randomBytes(32).toString('hex');
  mkdirSync(dirname(setting.file), { recursive: true });
  // `wx`: two processes that start at once must not end with two keys.
  writeFileSync(setting.file, `${made}\n`, { mode: 0o600, flag: 'wx' });
  return made;
}
