import type { CaseQuery } from '../store/port.ts';

/** Finds every case with an open request: each has a last day, and none lies after this one. */
export const WITH_OPEN_REQUESTS = { by: 'expiresOn', on: '9999-12-31' } as const satisfies CaseQuery;
