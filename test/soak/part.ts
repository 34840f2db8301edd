/** A bar: what was measured, what it may be, and whether it holds. */
export interface Bar {
  what: string;
  measured: string;
  bar: string;
  holds: boolean;
}

/** What a part of the soak found, and what its figures mean: plain Markdown, without a heading. */
export interface Found {
  bars: Bar[];
  means: string;
}

/** A part of the soak. It prints what somebody needs to see a failure again (a seed, a plan), and does not throw for it. */
export type Part = () => Promise<Found>;
