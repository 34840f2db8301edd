import { readdir, readFile } from 'node:fs/promises';
import { readRulebookFiles } from '../rulebook-files.ts';
import { checkVersion, type VersionCheck } from '../rulebook/check/check-version.ts';
import { readScenarios, type Scenario } from '../rulebook/check/scenario.ts';
import { createShelf } from '../rulebook/shelf.ts';
import type { CommandIo, ExitStatus } from './command.ts';

const standings = ['evaluated', 'reminder', 'target', 'not-evaluated'] as const;

/** `makker rules --check`: proves every rulebook and prints the account of every plan's entries. */
export const checkRules = async (
  io: Pick<CommandIo, 'out' | 'err'>,
  rulebooks: string,
  scenarioFolder: URL,
): Promise<ExitStatus> => {
  const { versions, common } = readRulebookFiles(rulebooks);
  // What does not even load is refused here, with every mistake's place; so are versions that overlap.
  createShelf(versions, common);
  const scenarios = await scenariosIn(scenarioFolder);
  const checks = versions.map((version) => ({
    ...checkVersion(version, common, scenarios),
    path: version.path,
    registered: version.register === undefined ? 0 : readRegisterSize(version.register.text),
  }));
  for (const { path, account, registered } of checks)
    io.out(account === undefined ? `${path}: no register beside it` : `${path}: ${inWords(account)} of ${registered}`);
  const accounted = checks.reduce((sum, { account }) => sum + totalOf(account), 0);
  const registered = checks.reduce((sum, check) => sum + check.registered, 0);
  const mistakes = checks.flatMap((check) => check.mistakes);
  io.out(
    mistakes.length === 0
      ? `${accounted} of ${registered} entries are accounted for, none twice, each with document, section and line.`
      : `${accounted} of ${registered} entries are accounted for.`,
  );
  if (mistakes.length === 0) {
    io.out(
      'Every fact exists and has the right type, every rule has its source, no two rules contradict, versions do not',
    );
    io.out(`overlap, and each threshold has a scenario on either side (${scenarios.length} scenarios).`);
    return 0;
  }
  for (const mistake of mistakes) io.err(mistake);
  return 1;
};

const totalOf = (account: VersionCheck['account']): number =>
  account === undefined ? 0 : standings.reduce((sum, standing) => sum + account[standing], 0);

const inWords = (account: NonNullable<VersionCheck['account']>): string =>
  standings.map((standing) => `${account[standing]} ${standing}`).join(', ');

const readRegisterSize = (text: string): number => {
  const entries: unknown = JSON.parse(text);
  return Array.isArray(entries) ? entries.length : 0;
};

const scenariosIn = async (folder: URL): Promise<Scenario[]> => {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.jsonl'));
  const texts = await Promise.all(files.map((file) => readFile(new URL(file, folder), 'utf8')));
  return texts.flatMap(readScenarios);
};
