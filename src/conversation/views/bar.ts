/** How many characters a bar has. */
export const BAR = 16;

/** A bar that is filled as far as a value reaches up to another; what is left is drawn too. Nothing where that is none. */
export const barUpTo = (value: number, full: number): { filled: string; rest: string } => {
  const filled = full <= 0 ? 0 : Math.floor((Math.min(value, full) / full) * BAR);
  return { filled: '█'.repeat(filled), rest: '░'.repeat(BAR - filled) };
};
