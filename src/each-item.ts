import { setImmediate } from 'node:timers/promises';
import type { Found, Page } from './store/port.ts';

const PAGE = 100;

/** Every item a query finds, page by page; of `limit` items where fewer than usual may do. */
export async function* eachItem<T>(find: (page: Page) => Promise<Found<T>>, limit = PAGE): AsyncGenerator<T> {
  let after: string | undefined;
  do {
    const found = await find({ limit, ...(after !== undefined && { after }) });
    for (const { item } of found.items) yield item;
    after = found.next;
    // The embedded store answers at once: without a breath, whoever waits for an answer waits for all pages.
    if (after !== undefined) await setImmediate();
  } while (after !== undefined);
}
