import { readdir, readFile } from 'node:fs/promises';
import { civilDateAt, systemClock } from '../clock.ts';
import { readShelf } from '../rulebook-files.ts';
import type { RuleInfo } from '../rulebook/rulebook.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { checkRules } from './rules-check.ts';

const root = new URL('../../', import.meta.url);
const scenarioFolder = new URL('test/scenarios/', root);

interface Located extends RuleInfo {
  file: string;
}

/**
 * `makker rules` lists the register; `makker rules RULE` shows one rule with its source, parameters and scenarios;
 * `makker rules --check` proves the rulebooks.
 */
export const rulesCommand = async (io: CommandIo): Promise<ExitStatus> => {
  const [wanted, ...more] = io.args;
  if (wanted === '--check' && more.length === 0)
    return checkRules(io, new URL('rulebooks', root).pathname, scenarioFolder);
  if (more.length > 0 || wanted?.startsWith('-')) {
    io.err('usage: makker rules [RULE | --check]');
    return 2;
  }
  const shelf = readShelf(new URL('rulebooks', root).pathname);
  const today = civilDateAt(systemClock.now());
  const rules = shelf.municipalities().flatMap((municipality): Located[] => {
    const found = shelf.on(municipality, today);
    if (!('rulebook' in found)) return [];
    const { rulebook } = found;
    return rulebook.rules.map((rule) => ({ ...rule, file: `rulebooks/${municipality}/${rulebook.version}.yaml` }));
  });
  if (wanted === undefined) {
    for (const { id, standing, statement, source } of rules)
      io.out(`${id}  ${standing}  line ${source.line}  ${statement.da}`);
    return 0;
  }
  const rule = rules.find(({ id }) => id.toLowerCase() === wanted.toLowerCase());
  if (rule === undefined) {
    io.err(`there is no rule ${wanted}; allowed: ${rules.map(({ id }) => id).join(', ')}`);
    return 1;
  }
  for (const line of await described(rule)) io.out(line);
  return 0;
};

const described = async (rule: Located): Promise<string[]> => {
  const scenarios = await scenariosOf(rule.id);
  return [
    rule.id,
    `  da: ${rule.statement.da}`,
    `  en: ${rule.statement.en}`,
    `  standing: ${rule.standing}${rule.why === undefined ? '' : ` – ${rule.why.en}`}`,
    `  source: ${rule.source.document}, ${rule.source.section}, line ${rule.source.line}`,
    ...(rule.reading === undefined ? [] : [`  reading: ${rule.reading}`]),
    `  speaks to: ${rule.questions.join(', ') || 'nothing yet'}${rule.offerKinds.length > 0 ? ` (${rule.offerKinds.join(', ')})` : ''}`,
    ...rule.parameters.map(({ name, value, reference }) => `  parameter ${name} = ${value.en} (${reference})`),
    `  implemented in: ${rule.file}`,
    ...(scenarios.length === 0 ? ['  scenarios: none'] : scenarios.map((scenario) => `  scenario ${scenario}`)),
  ];
};

/** The scenarios that expect the rule, or tell of it. */
const scenariosOf = async (rule: string): Promise<string[]> => {
  const files = (await readdir(scenarioFolder).catch(() => [])).filter((file) => file.endsWith('.jsonl'));
  const lines = await Promise.all(
    files.map(async (file) =>
      (await readFile(new URL(file, scenarioFolder), 'utf8')).split('\n').map((line) => ({ file, line })),
    ),
  );
  return lines.flat().flatMap(({ file, line }) => {
    if (!new RegExp(`\\b${rule}\\b`).test(line)) return [];
    const scenario: unknown = JSON.parse(line);
    if (typeof scenario !== 'object' || scenario === null || !('id' in scenario)) return [];
    return [`${String(scenario.id)} (test/scenarios/${file}): ${'why' in scenario ? String(scenario.why) : ''}`];
  });
};
