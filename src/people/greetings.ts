import { createHash } from 'node:crypto';
import type { Store } from '../store/port.ts';

/** Which conversations have been welcomed. */
export interface Greetings {
  /** True for one caller and once, also over restarts and for two activities at the same time. */
  first(conversationId: string, today: string): Promise<boolean>;
}

export const createGreetings = ({ store }: { store: Pick<Store, 'create'> }): Greetings => ({
  first: async (conversationId, today) => {
    const id = `greeting~${createHash('sha256').update(conversationId).digest('base64url')}`;
    return (await store.create('greeting', { id, municipality: 'directory', on: today })).outcome === 'created';
  },
});
