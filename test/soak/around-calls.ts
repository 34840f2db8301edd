import type { Store } from '../../src/store/port.ts';

/** The store, with something done around each call; whatever operations the port has or gets. */
export const aroundCalls = (
  store: Store,
  around: (operation: string, call: () => Promise<unknown>) => Promise<unknown>,
): Store =>
  new Proxy(store, {
    get: (target, name) => {
      const operation: unknown = Reflect.get(target, name);
      if (typeof operation !== 'function' || typeof name !== 'string' || name === 'close') return operation;
      return (...given: unknown[]) => around(name, async () => Reflect.apply(operation, target, given));
    },
  });
