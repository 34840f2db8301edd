/** The same numbers each time, so that the same sentences give the same weights. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number;
  pick<T>(among: readonly T[]): T;
}

export const createRandom = (): Random => {
  let state = 1;
  const next = (): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x80000000;
  };
  return {
    next,
    pick: (among) => {
      const picked = among[Math.floor(next() * among.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
  };
};
