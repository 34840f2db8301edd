/** What a decision id or a request id names besides itself. */
export interface Named {
  municipality: string;
  caseId: string;
}

/** The id `municipality~case~unique`; `undefined` for anything else, such as an id made up on a card. */
export const namedBy = (id: string): Named | undefined => {
  const first = id.indexOf('~');
  const last = id.lastIndexOf('~');
  if (first < 1 || last <= first + 1 || last === id.length - 1) return undefined;
  return { municipality: id.slice(0, first), caseId: id.slice(first + 1, last) };
};
