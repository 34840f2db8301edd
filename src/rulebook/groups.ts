/** Things (clauses) with the facts they read. */
export interface Group<T> {
  clauses: readonly T[];
  facts: ReadonlySet<string>;
}

/** Joins groups until no two of them share a fact. */
export const joined = <T>(groups: readonly Group<T>[]): Group<T>[] => {
  const apart: Group<T>[] = [];
  for (const group of groups) {
    let { clauses, facts } = group;
    for (let index = apart.length - 1; index >= 0; index -= 1) {
      const other = apart[index];
      if (other === undefined || other.facts.isDisjointFrom(facts)) continue;
      clauses = [...other.clauses, ...clauses];
      facts = other.facts.union(facts);
      apart.splice(index, 1);
    }
    apart.push({ clauses, facts });
  }
  return apart;
};
