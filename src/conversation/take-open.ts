import { digestId, type EntryKey } from '../agenda/digest-job.ts';
import { wantEdit } from '../agenda/digest-edits.ts';
import { letGoEntry, letGoMatterEntry, takeEntry, takeMatterEntry } from '../cases/take-entry.ts';
import type { About } from '../people/policy.ts';
import { mayWith } from './access.ts';
import type { Talking } from './services.ts';

/** What became of "Jeg tager det" or "Læg det tilbage": `gone` is what is not open any more, or not the person's to see. */
export type TakenOpen =
  | { outcome: 'taken' }
  | { outcome: 'gone' | 'may-not' | 'busy' }
  /** Somebody else has it. */
  | { outcome: 'others'; by: string };

/** The entry that a card names: the ids as one text, as `keyOf` writes them. */
export const entryNamed = (text: string): EntryKey | undefined => {
  const [about, id, rule, offerId, due, ...more] = text.split('~');
  if (more.length > 0 || (about !== 'case' && about !== 'matter') || !id || !rule) return undefined;
  return { about, id, rule, ...(offerId && { offerId }), ...(due && { due }) };
};

/** A posted digest of the team's shows what changed in it since. */
export const showOnDigest = async ({ services, turn }: Talking, team: string): Promise<void> => {
  const { municipality } = turn.person;
  await wantEdit(services.store, { municipality, id: digestId(turn.today, 'team', { team }), at: turn.now });
  services.poke();
};

type Settled = TakenOpen & { team?: string };

const refused = (why: { refused: 'gone' } | { refused: 'taken'; by: string }): TakenOpen =>
  why.refused === 'gone' ? { outcome: 'gone' } : { outcome: 'others', by: why.by };

/** What the person may not see is not there; seeing to it is for those who record what was done. */
const barred = (talking: Talking, item: About, about: EntryKey['about']): TakenOpen | undefined => {
  if (!mayWith(talking, about === 'case' ? 'see-case' : 'see-matter', item)) return { outcome: 'gone' };
  return !mayWith(talking, 'record-fact', item) ? { outcome: 'may-not' } : undefined;
};

/** To take an entry, or to let it go again. */
const WAYS = {
  take: { inCase: takeEntry, inMatter: takeMatterEntry },
  'let-go': { inCase: letGoEntry, inMatter: letGoMatterEntry },
};

const settle = async (
  talking: Talking,
  key: EntryKey,
  { inCase, inMatter }: (typeof WAYS)[keyof typeof WAYS],
): Promise<Settled | 'absent' | 'busy'> => {
  const { services, turn } = talking;
  const { municipality, id: by } = turn.person;
  if (key.about === 'matter')
    return services.matters.change<Settled>(municipality, key.id, (item) => {
      const not = barred(talking, item, 'matter');
      if (not !== undefined) return { refused: not };
      const next = inMatter(item, key, by, turn.now);
      return 'refused' in next
        ? { refused: refused(next) }
        : { item: next.item, result: { outcome: 'taken', team: item.team } };
    });
  return services.cases.change<Settled>(municipality, key.id, (item) => {
    const not = barred(talking, item, 'case');
    if (not !== undefined) return { refused: not };
    const next = inCase(item, key, by, turn.now);
    return 'refused' in next
      ? { refused: refused(next) }
      : { item: next.item, result: { outcome: 'taken', team: item.team } };
  });
};

/**
 * The person of this turn sees to an open entry from now on, or does so no more; what another has taken stays theirs. A
 * click delivered twice has done it once.
 */
export const takeOpen = async (
  talking: Talking,
  key: EntryKey,
  way: keyof typeof WAYS = 'take',
): Promise<TakenOpen> => {
  const settled = await settle(talking, key, WAYS[way]);
  if (settled === 'absent') return { outcome: 'gone' };
  if (settled === 'busy') return { outcome: 'busy' };
  if (settled.outcome === 'taken' && settled.team !== undefined) await showOnDigest(talking, settled.team);
  return settled;
};
