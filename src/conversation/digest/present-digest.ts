import { closingDaysBy } from '../../agenda/closing-days.ts';
import type { DigestJob } from '../../agenda/digest-job.ts';
import { readDigest } from '../../agenda/read-digest.ts';
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
 * A team's overview as it stands now. On the day of its card it shows the entries that the card was posted with, so that
 * what was done since is seen; otherwise those that are the worst now.
 */
export const presentDigest = async (
  services: DigestServices,
  team: TeamItem,
  job: Pick<DigestJob, 'id' | 'day' | 'shown'>,
  wording: Wording,
): Promise<DigestShown> => {
  const { store, shelf } = services;
  const { today } = wording;
  const reads = { store, closingDaysOf: closingDaysBy(shelf) };
  const [digest, words] = await Promise.all([
    readDigest(reads, team.municipality, { team: team.id }, today),
    digestWords(services, team, wording),
  ]);
  const entries =
    job.day === today && job.shown !== undefined
      ? await shownAgain(services, team, job.shown, today)
      : await worstOf(services, team, digest);
  return { digest, team: team.name, entries, job: job.id, notes: [], ...words };
};
