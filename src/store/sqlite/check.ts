import { DatabaseSync } from 'node:sqlite';
import { countsIn, problemsOf, refuseCut } from './check-file.ts';
import { toldOf } from './damage.ts';
import { refuseEmpty, refuseStrange } from './schema.ts';

/** Goes through all of a file while others use it: what is wrong with it, or how many items of each kind it holds. */
export const checkFile = (path: string): { problems: string[] } | { items: Record<string, number> } => {
  refuseCut(path);
  const db = new DatabaseSync(path, { readOnly: true, timeout: 1000 });
  try {
    refuseStrange(db, path);
    refuseEmpty(db, path);
    const problems = problemsOf(db);
    return problems.length > 0 ? { problems } : { items: countsIn(db) };
  } catch (error) {
    throw toldOf(path, error);
  } finally {
    db.close();
  }
};
