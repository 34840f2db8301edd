import { userInfo } from 'node:os';

/** Who works at the command line: it knows nobody by a verified identity but the account it runs under. */
export const account = (): string => {
  try {
    return `cli:${userInfo().username}`;
  } catch {
    // A container's account may have a number only.
    return `cli:uid-${process.getuid?.() ?? 'unknown'}`;
  }
};
