/** Where a backup lies beside the store until it is known to be whole. */
export const restoringFile = (store: string): string => `${store}.restoring`;
