import { Problems, shown, type Path, type Problem } from '../language/problems.ts';
import type { Aim, Register } from '../register.ts';
import type { Standing } from '../rulebook.ts';
import type { RulebookSource, TargetSource } from '../schema.ts';

/** The lists in which an entry of the plan can stand, and what becomes of it there. */
const lists = [
  ['rules', 'evaluated'],
  ['reminders', 'reminder'],
  ['targets', 'target'],
  ['notEvaluated', 'not-evaluated'],
] as const satisfies [keyof RulebookSource, Standing][];

/** What has become of a plan's entries: how many of each, and where the rulebook and the register do not fit. */
export interface Account {
  counts: Record<Standing, number>;
  problems: Problem[];
}

/**
 * Holds a rulebook against the register of its plan: each entry of the register stands in the rulebook once, at the
 * section and line of the register, and nothing else does. A target's days, goals
 * and baselines are the register's, figure by figure.
 */
export const accountOf = (data: RulebookSource, register: Register): Account => {
  const counts: Account['counts'] = { evaluated: 0, reminder: 0, target: 0, 'not-evaluated': 0 };
  const problems = new Problems();
  const waiting = new Map(register.map((entry) => [entry.id, entry]));
  const entries = new Map(waiting);
  for (const [list, standing] of lists)
    for (const [index, { id, source }] of (data[list] ?? []).entries()) {
      const entry = waiting.get(id);
      const twice = entries.has(id) ? 'stands here a second time' : 'is no entry of the register';
      if (entry === undefined) {
        problems.add([list, index, 'id'], `${id} ${twice}`);
        continue;
      }
      waiting.delete(id);
      counts[standing] += 1;
      for (const part of ['section', 'line'] as const)
        if (source[part] !== entry[part])
          problems.add(
            [list, index, 'source', part],
            `${shown(source[part])} stands here; in the register ${shown(entry[part])}`,
          );
    }
  for (const [index, target] of (data.targets ?? []).entries())
    for (const { path, value, registered } of datesAndNumbersOf(target, entries.get(target.id)))
      if (value !== registered)
        problems.add(
          ['targets', index, ...path],
          `${shown(value ?? 'nothing')} stands here; in the register ${shown(registered ?? 'nothing')}`,
        );
  const left = [...waiting.keys()];
  if (left.length > 0)
    problems.add(
      [],
      `these entries of the register stand nowhere: ${left.join(', ')}; allowed: rules, reminders, targets, notEvaluated`,
    );
  return { counts, problems: problems.list };
};

interface Stated {
  path: Path;
  value: number | string | undefined;
  registered: number | string | undefined;
}

/** The days, aims and numbers of a target, beside those that the register has at the same place. */
const datesAndNumbersOf = ({ by, figures }: TargetSource, entry: Register[number] | undefined): Stated[] => [
  { path: ['by'], value: by, registered: entry?.by },
  { path: ['figures'], value: figures.length, registered: entry?.figures?.length },
  ...figures.flatMap(({ goal, baseline }, nth): Stated[] => {
    const { baseline: measured, on, ...aim } = entry?.figures?.[nth] ?? {};
    const at: Path = ['figures', nth];
    return [
      { path: [...at, 'goal'], value: aimOf(goal), registered: aimOf(aim) },
      { path: [...at, 'baseline', 'value'], value: baseline?.value, registered: measured },
      { path: [...at, 'baseline', 'on'], value: baseline?.on, registered: on },
    ];
  }),
];

/** A goal as one reads it: "atLeast 65", "up". */
const aimOf = (goal: Aim | TargetSource['figures'][number]['goal']): string =>
  Object.entries(goal)
    .map(([key, value]) => (typeof value === 'number' ? `${key} ${value}` : key))
    .join(' ');
