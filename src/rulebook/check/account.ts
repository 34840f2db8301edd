import { Problems, shown, type Path, type Problem } from '../language/problems.ts';
import type { Register } from '../register.ts';
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
 * section and line of the register, and nothing else does. A target's days and numbers are the register's.
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
    for (const { path, value, allowed } of datesAndNumbersOf(target, entries.get(target.id)))
      if (!allowed.includes(value))
        problems.add(
          ['targets', index, ...path],
          `${shown(value)} stands here; in the register ${allowed.map(shown).join(', ') || 'nothing'}`,
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
  allowed: readonly (number | string | undefined)[];
}

/** The days, aims and numbers of a target that the register must have too. */
const datesAndNumbersOf = ({ by, figures }: TargetSource, entry: Register[number] | undefined): Stated[] => [
  { path: ['by'], value: by, allowed: [entry?.by] },
  ...figures.flatMap(({ goal, baseline }, nth): Stated[] => {
    const numbers = entry?.numbers ?? [];
    const at: Path = ['figures', nth];
    return [
      ...Object.keys(goal).map((key) => ({ path: [...at, 'goal', key], value: key, allowed: entry?.aims ?? [] })),
      ...Object.entries(goal).flatMap(([key, value]) =>
        typeof value === 'number' ? [{ path: [...at, 'goal', key], value, allowed: numbers }] : [],
      ),
      ...(baseline === undefined
        ? []
        : [
            { path: [...at, 'baseline', 'value'], value: baseline.value, allowed: numbers },
            { path: [...at, 'baseline', 'on'], value: baseline.on, allowed: entry?.measuredOn ?? [] },
          ]),
    ];
  }),
];
