import type { Cards } from './cards/render.ts';
import type { Say } from './cards/texts.ts';
import type { Language } from './contract/language.ts';
import { messageView } from './conversation/views/message-view.ts';
import { isQuiet, shownOf } from './agenda/digest.ts';
import { type DigestReads, readDigest } from './agenda/read-digest.ts';
import type { DigestCards } from './outbox/digest-source.ts';

interface Needs {
  cards: Pick<Cards, 'render'>;
  say: (language: Language) => Say;
  reads: DigestReads;
}

/** The cards of digests, made when they are sent. */
export const createDigestCards = ({ cards, reads }: Needs): DigestCards => ({
  post: async (job, reader) => {
    const digest = await readDigest(reads, job.municipality, job.to, job.day);
    const shown = shownOf(digest);
    if (isQuiet(digest) && 'team' in reader && reader.team.quietDay === 'nothing') return { shown };
    const { overdue, soon, undated } = digest.counts;
    return { shown, message: cards.render(messageView('i', `${overdue} ${soon} ${undated}`), 'da') };
  },
  edit: async () => undefined,
});
