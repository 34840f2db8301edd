/** Three-valued truth (Kleene): `undefined` is unknown. An unknown that cannot matter does not spread. */
export type Truth = boolean | undefined;

export const not = (a: Truth): Truth => (a === undefined ? undefined : !a);

/** Whether all items hold: false as soon as one is false, whatever else is unknown. */
export const all = <T>(items: readonly T[], holds: (item: T) => Truth): Truth => {
  let result: Truth = true;
  for (const item of items) {
    const truth = holds(item);
    if (truth === false) return false;
    if (truth === undefined) result = undefined;
  }
  return result;
};

/** Whether any item holds: true as soon as one is true, whatever else is unknown. */
export const any = <T>(items: readonly T[], holds: (item: T) => Truth): Truth => {
  let result: Truth = false;
  for (const item of items) {
    const truth = holds(item);
    if (truth === true) return true;
    if (truth === undefined) result = undefined;
  }
  return result;
};
