import type { QuietDay } from '../../store/items.ts';

/** A time as it was said, `HH:MM`; `outside` is none at which something may be sent. */
export type SaidTime = `${string}:${string}` | 'outside';

/** What somebody wants of what comes by itself: a team's digest, their own list each morning, a lead's week. */
export type Wish =
  | { of: 'digest'; do: 'send'; at?: SaidTime; team?: string }
  | { of: 'digest'; do: 'stop' | 'when'; team?: string }
  /** As it stands now, once; `sure`: it was called the overview of the day. */
  | { of: 'digest'; do: 'show'; team?: string; sure: boolean }
  | { of: 'digest'; do: 'quiet'; quiet: QuietDay; team?: string }
  | { of: 'list'; do: 'send'; at?: SaidTime }
  | { of: 'week'; do: 'send'; at?: SaidTime; weekday?: number }
  | { of: 'list' | 'week'; do: 'stop' | 'when' }
  | { of: 'list'; do: 'show' };
