import { closingDaysBy } from '../../agenda/closing-days.ts';
import type { Digest } from '../../agenda/digest.ts';
import type { DigestJob } from '../../agenda/digest-job.ts';
import { readDigest } from '../../agenda/read-digest.ts';
import type { Store } from '../../store/port.ts';
import type { TeamItem } from '../../store/items.ts';
import type { Services } from '../services.ts';
import type { DigestShown } from '../views/digest-view.ts';
import { openNames } from '../views/open-name.ts';
import { nameOf } from '../views/request-facts.ts';
import type { Wording } from '../views/wording.ts';
import { shownAgain, worstOf } from './team-digest.ts';

/** What a digest is read and made with. */
export type DigestServices = Pick<Services, 'judge'> & {
  store: Pick<Services['store'], 'read' | 'list' | 'findCases' | 'findMatters'>;
  shelf: Pick<Services['shelf'], 'on'>;
  directory: Pick<Services['directory'], 'staff'>;
};

/** What every card of a team's open entries is made with: the names of people and of rules, and the plan's last day. */
export const digestWords = async (
  { shelf, directory }: Pick<DigestServices, 'shelf' | 'directory'>,
  { municipality }: Pick<TeamItem, 'municipality'>,
  wording: Wording,
): Promise<Pick<DigestShown, 'nameOf' | 'whatOf' | 'planEnded'>> => {
  const staff = await directory.staff(municipality);
  const found = shelf.on(municipality, wording.today);
  const ended = 'rulebook' in found && wording.today > found.rulebook.validTo ? found.rulebook.validTo : undefined;
  return {
    nameOf: (person) => nameOf(person, staff, wording),
    whatOf: openNames(found, wording.language),
    ...(ended !== undefined && { planEnded: ended }),
  };
};

/**
 * A team's overview on the day it is of. Where a card of that day was posted it shows the entries that stand on it, so
 * that what was done since is seen; otherwise those that are the worst.
 */
export const digestShown = async (
  services: Omit<DigestServices, 'store'> & { store: Pick<Store, 'read' | 'list'> },
  team: TeamItem,
  digest: Digest,
  job: Pick<DigestJob, 'id' | 'day' | 'shown'> | undefined,
  wording: Wording,
): Promise<DigestShown> => {
  const entries =
    job?.shown !== undefined && job.day === digest.day
      ? await shownAgain(services, team, job.shown, digest.day)
      : await worstOf(services, team, digest);
  const words = await digestWords(services, team, wording);
  return { digest, team: team.name, entries, notes: [], ...(job !== undefined && { job: job.id }), ...words };
};

/** A team's overview as it stands now. */
export const presentDigest = async (
  services: DigestServices,
  team: TeamItem,
  job: Pick<DigestJob, 'id' | 'day' | 'shown'>,
  wording: Wording,
): Promise<DigestShown> => {
  const { store, shelf } = services;
  const reads = { store, closingDaysOf: closingDaysBy(shelf) };
  const digest = await readDigest(reads, team.municipality, { team: team.id }, wording.today);
  return digestShown(services, team, digest, job, wording);
};
