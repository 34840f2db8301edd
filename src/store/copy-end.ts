import type { Entry, Store } from './port.ts';

/** A store that is copied from or into. */
export interface CopyEnd {
  /** What people know it by: a file, or an address with a database. */
  name: string;
  store: Store;
  /** One file, which takes many items at once; a service takes them side by side. */
  oneFile: boolean;
  /** Every item there is. */
  each: () => AsyncIterable<Entry>;
}
