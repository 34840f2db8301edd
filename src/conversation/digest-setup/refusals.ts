import { formatList, formatTimeOfDay } from '../../format/format.ts';
import type { Answer, Talking } from '../services.ts';
import { messageView } from '../views/message-view.ts';
import { EARLIEST, LATEST } from './read-time.ts';

/** Why a digest is not set up; the texts are `digest-setup.no.*`. */
export type NoDigest =
  | 'own-chat'
  | 'group-chat'
  | 'may-not'
  | 'no-teams'
  | 'foreign'
  | 'own-only'
  | 'no-cases'
  | 'no-lead';

/** A wish that is not carried out, and what can be done instead. */
export const noDigest = ({ say }: Talking, why: NoDigest): Answer => ({
  view: messageView('✕', say(`digest-setup.no.${why}`), { paragraphs: [say(`digest-setup.no.${why}-text`)] }),
});

/** A time or a day on which nothing may be sent, with what is allowed. */
export const notThen = ({ say, turn }: Talking, what: 'time' | 'weekday'): Answer => {
  const [from, to] = [EARLIEST, LATEST].map((at) => formatTimeOfDay(at, turn.language));
  const text = say(`digest-setup.no.${what}-text`, what === 'time' ? { from: from ?? '', to: to ?? '' } : {});
  return { view: messageView('?', say(`digest-setup.no.${what}`), { paragraphs: [text] }) };
};

/** A team that is not there for this person, with those that are. */
export const unknownTeam = ({ say, turn }: Talking, team: string, teams: readonly string[]): Answer => ({
  view: messageView('?', say('digest-setup.no.team', { team }), {
    paragraphs: [say('digest-setup.no.team-text', { teams: formatList([...teams], turn.language, 'or') })],
  }),
});
