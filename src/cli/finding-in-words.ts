import type { Finding } from '../cases/check-history.ts';

/** What is wrong, as whoever has to look into it reads it. */
export const findingInWords = (finding: Finding): string => {
  switch (finding.wrong) {
    case 'changed':
      return `entry ${finding.seq}: changed, or the entry before it was`;
    case 'missing':
      return `entries ${finding.seq} to ${finding.through}: missing`;
    case 'archive-missing':
      return `entries ${finding.seq} to ${finding.through}: missing; they were moved out of the case, and are not in the archive`;
    case 'out-of-place':
      return `entry ${finding.seq}: not in its place`;
    case 'unreadable':
      return `in place ${finding.place}: no entry as Makker writes them`;
    case 'seal-broken':
      return 'the seal does not fit: the end was cut off, entries were added or the chain was computed anew, or it was sealed under another receipt key';
    case 'not-sealed':
      return 'not sealed: stored before there were seals, or the seal was taken away (makker audit seal)';
    case 'shorter':
      return `entry ${finding.seq}: missing; it was there when the heads were kept`;
    case 'other':
      return `entry ${finding.seq}: another than when the heads were kept`;
  }
};
