import { existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isoInstant } from '../../clock.ts';
import { createDirectory } from '../../people/directory.ts';
import { staffWarnings } from '../../people/check-staff.ts';
import { checkFile, lastBackup, openStore, outdatedContainers, type StoreSettings } from '../../store/index.ts';
import type { Store } from '../../store/port.ts';
import { restoringFile } from '../../store/sqlite/restoring-file.ts';
import { checkPrivate } from './check-private.ts';
import { diskFinding } from './disk-finding.ts';
import { type Finding, reasonOf } from './finding.ts';

const about = 'store';
/** Going through a file takes some seconds a GB: above this it is left to `makker store check`. */
const GONE_THROUGH = 1024 ** 3;
const BACKUP_AGE_MS = 2 * 86_400_000;
/** An item that says nothing and is in nobody's way. */
const PROBE = { id: 'doctor', municipality: 'directory', on: '1970-01-01' } as const;

interface When {
  /** Milliseconds. */
  now: number;
  today: string;
  municipalities: readonly string[];
}

const checkDisk = (path: string): Finding => {
  const { bavail, bsize } = statfsSync(dirname(path));
  return diskFinding(bavail * bsize, statSync(path).size);
};

const checkBackup = (path: string, now: number): Finding[] => {
  const last = lastBackup(path);
  const mend = 'makker store backup FILE, by a timer (docs/own-server.md)';
  if (last === undefined) return [{ level: 'warning', about, says: 'no backup is known', mend }];
  const says = `the last backup is ${last.file}, made ${last.made}`;
  const old = last.made < isoInstant(now - BACKUP_AGE_MS);
  return [
    old ? { level: 'warning', about, says, mend } : { level: 'ok', about, says },
    ...checkPrivate(about, last.file, 'the last backup'),
  ];
};

/** Where there is no file: a new store is made, but not in the midst of a restore. */
const checkAbsent = (path: string): Finding =>
  existsSync(restoringFile(path))
    ? {
        level: 'problem',
        about,
        says: `putting a backup in place of ${path} was stopped half way, and Makker does not start`,
        mend: 'makker store restore BACKUP',
      }
    : { level: 'untried', about, says: `none is at ${path} yet; it is made when Makker starts` };

const checkEmbedded = (path: string, now: number): Finding[] => {
  if (statSync(path).size > GONE_THROUGH)
    return [
      {
        level: 'untried',
        about,
        says: 'too large to go through now',
        mend: 'makker store check goes through all of it',
      },
      checkDisk(path),
      ...checkBackup(path, now),
    ];
  const found = checkFile(path);
  if ('problems' in found)
    return found.problems.map((says) => ({
      level: 'problem',
      about,
      says,
      mend: 'makker store restore BACKUP --replace',
    }));
  const items = Object.values(found.items).reduce((sum, count) => sum + count, 0);
  return [
    { level: 'ok', about, says: `the file is whole, ${items} items` },
    checkDisk(path),
    ...checkBackup(path, now),
  ];
};

const checkContainers = async (settings: StoreSettings & { kind: 'cosmos' }): Promise<Finding[]> =>
  (await outdatedContainers(settings)).map(({ name, how }) => ({
    level: 'problem',
    about,
    says: `the container ${name}: ${how}`,
    mend: 'makker store init; where the account takes no keys, deploy infra/main.bicep again',
  }));

/** Reads, writes, and takes away what it wrote. A doctor that was killed half-way left an item that says nothing. */
const tryOut = async (store: Store): Promise<Finding> => {
  await store.create('greeting', PROBE);
  await store.remove('greeting', PROBE.municipality, PROBE.id);
  return { level: 'ok', about, says: 'it can be read and written' };
};

const checkPeople = async (store: Store, { municipalities, today }: When): Promise<Finding[]> => {
  const directory = createDirectory({ store });
  const findings: Finding[] = [];
  let people = 0;
  for (const municipality of municipalities) {
    const staff = await directory.staff(municipality);
    people += staff.length;
    if (staff.length === 0) continue;
    for (const says of staffWarnings(staff, today))
      findings.push({ level: 'warning', about: 'people', says: `${municipality}: ${says}` });
  }
  if (people > 0) return [{ level: 'ok', about: 'people', says: `${people} in the directory` }, ...findings];
  const mend = 'makker people add ID --municipality M --name NAME --role admin --aad GUID --tenant GUID';
  return [{ level: 'warning', about: 'people', says: 'nobody is in the directory, so nobody is answered', mend }];
};

/** Whether the store can be used, is whole, has room and a backup, and whether somebody is in its directory. */
export const checkStore = async (settings: StoreSettings, when: When): Promise<Finding[]> => {
  if (settings.kind === 'embedded' && !existsSync(settings.path)) return [checkAbsent(settings.path)];
  try {
    const before =
      settings.kind === 'embedded' ? checkEmbedded(settings.path, when.now) : await checkContainers(settings);
    if (before.some(({ level }) => level === 'problem')) return before;
    const store = await openStore(settings);
    try {
      return [await tryOut(store), ...before, ...(await checkPeople(store, when))];
    } finally {
      await store.close();
    }
  } catch (error) {
    return [{ level: 'problem', about, says: reasonOf(error) }];
  }
};
