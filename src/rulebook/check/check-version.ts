import type { Problem } from '../language/problems.ts';
import { readYaml, RulebookError, type Located } from '../read.ts';
import { registerSchema } from '../register.ts';
import { commonSchema, rulebookSchema } from '../schema.ts';
import type { RulebookFile } from '../shelf.ts';
import { accountOf, type Account } from './account.ts';
import { compileData } from './compile-data.ts';
import { contradictionsIn } from './contradictions.ts';
import type { Scenario } from './scenario.ts';
import { unguardedThresholds } from './thresholds.ts';
import { unusedNames } from './unused.ts';

/** What the proofs of one rulebook come to: the account of its plan, if it has a register, and every mistake by place. */
export interface VersionCheck {
  municipality: string;
  account?: Account['counts'];
  mistakes: string[];
}

/**
 * Proves a rulebook that loads: its name fits what stands in it, every entry of the register is accounted for, no rule
 * demands what another forbids, each threshold has a scenario on either side.
 */
export const checkVersion = (
  file: RulebookFile & { register?: RulebookFile },
  commonFile: RulebookFile,
  scenarios: readonly Scenario[],
): VersionCheck => {
  const common = readYaml(commonFile.path, commonFile.text, commonSchema).data;
  const located = readYaml(file.path, file.text, rulebookSchema);
  const { data } = located;
  const problems: Problem[] = [];
  const { municipality, validFrom } = data;
  if (!file.path.endsWith(`${municipality}/${validFrom}.yaml`))
    problems.push({ path: ['validFrom'], message: `the file must be called ${municipality}/${validFrom}.yaml` });
  const register = file.register && readYaml(file.register.path, file.register.text, registerSchema).data;
  const account = register && accountOf(data, register);
  problems.push(...(account?.problems ?? []));
  for (const [, rulebook] of compileData(data, common) ?? [])
    for (const { rule, effect, forbidding, question } of contradictionsIn(rulebook))
      problems.push({
        path: ['rules', data.rules.findIndex(({ id }) => id === rule)],
        message: `${rule} (${effect}) and ${forbidding} contradict: wherever the one holds, the other forbids (${question})`,
      });
  problems.push(...unusedNames(data));
  const own = scenarios.filter(({ input }) => (input.case ?? input.matter)?.municipality === municipality);
  problems.push(...unguardedThresholds(data, common, own));
  return { municipality, ...(account && { account: account.counts }), mistakes: mistakesOf(located, problems) };
};

const mistakesOf = (file: Located<unknown>, problems: readonly Problem[]): string[] => {
  try {
    file.refuse(problems);
    return [];
  } catch (error) {
    if (error instanceof RulebookError) return error.mistakes;
    throw error;
  }
};
