import { readdir, readFile } from 'node:fs/promises';
import { civilDateAt, systemClock } from '../clock.ts';
import { readRulebookFiles, readShelf } from '../rulebook-files.ts';
import { readYaml } from '../rulebook/read.ts';
import { registerSchema } from '../rulebook/register.ts';
import type { RuleInfo } from '../rulebook/rulebook.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { checkRules } from './rules-check.ts';

const root = new URL('../../', import.meta.url);
const rulebooks = new URL('rulebooks', root).pathname;
const scenarioFolder = new URL('test/scenarios/', root);

interface Located extends RuleInfo {
  file: string;
  /** The words of the source, where the plan has a register. */
  quote?: string;
}

/** A rule can have hundreds of scenarios; so many are listed. */
const SCENARIOS = 10;

/**
 * `makker rules` lists the register; `makker rules RULE` shows one rule with its source, parameters and scenarios;
 * `makker rules --check` proves the rulebooks.
 */
export const rulesCommand = async (io: CommandIo): Promise<ExitStatus> => {
  const [wanted, ...more] = io.args;
  if (wanted === '--check' && more.length === 0) return checkRules(io, rulebooks, scenarioFolder);
  if (more.length > 0 || wanted?.startsWith('-')) {
    io.err('usage: makker rules [RULE | --check]');
    return 2;
  }
  const shelf = readShelf(rulebooks);
  const quotes = quotesIn(rulebooks);
  const today = civilDateAt(systemClock.now());
  const rules = shelf.municipalities().flatMap((municipality): Located[] => {
    const found = shelf.on(municipality, today);
    if (!('rulebook' in found)) return [];
    const { rulebook } = found;
    const file = `rulebooks/${municipality}/${rulebook.version}.yaml`;
    return rulebook.rules.map((rule) => {
      const quote = quotes.get(`${file} ${rule.id}`);
      return { ...rule, file, ...(quote === undefined ? {} : { quote }) };
    });
  });
  if (wanted === undefined) {
    for (const { id, standing, statement, source } of rules)
      io.out(`${id}  ${standing}  line ${source.line}  ${statement.da}`);
    return 0;
  }
  const rule = rules.find(({ id }) => id.toLowerCase() === wanted.toLowerCase());
  if (rule === undefined) {
    const prefix = wanted.slice(0, 3).toLowerCase();
    const near = rules.filter(({ id }) => id.toLowerCase().startsWith(prefix));
    const allowed = (near.length > 0 ? near : rules).map(({ id }) => id);
    io.err(`there is no rule ${wanted}; allowed: ${allowed.join(', ')}`);
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
    ...(rule.quote === undefined ? [] : [`  there: »${rule.quote}«`]),
    ...(rule.reading === undefined ? [] : [`  reading: ${rule.reading}`]),
    ...(rule.questions.length === 0 ? [] : [`  speaks to: ${spokenTo(rule)}`]),
    ...rule.parameters.map(({ name, value, reference }) => `  parameter ${name} = ${value.en} (${reference})`),
    `  implemented in: ${rule.file}`,
    ...(scenarios.length === 0 ? ['  scenarios: none'] : []),
    ...scenarios.slice(0, SCENARIOS).map((scenario) => `  scenario ${scenario}`),
    ...(scenarios.length > SCENARIOS ? [`  and ${scenarios.length - SCENARIOS} more scenarios`] : []),
  ];
};

const spokenTo = ({ questions, offerKinds }: RuleInfo): string =>
  `${questions.join(', ')}${offerKinds.length > 0 ? ` (${offerKinds.join(', ')})` : ''}`;

/** What stands in the source, by rulebook file and entry. */
const quotesIn = (folder: string): Map<string, string> =>
  new Map(
    readRulebookFiles(folder).versions.flatMap(({ path, register }) =>
      register === undefined
        ? []
        : readYaml(register.path, register.text, registerSchema).data.map(({ id, quote }): [string, string] => [
            `${path} ${id}`,
            quote,
          ]),
    ),
  );

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
