import { parseArgs } from 'node:util';
import { civilDateAt, systemClock } from '../clock.ts';
import type { CommandIo, ExitStatus } from './command.ts';
import { checkNetwork, type Network } from './doctor/check-network.ts';
import { checkPackage } from './doctor/check-package.ts';
import { checkRulebooks } from './doctor/check-rulebooks.ts';
import { checkSettings } from './doctor/check-settings.ts';
import { checkStore } from './doctor/check-store.ts';
import { type Finding, findingLines } from './doctor/finding.ts';
import { printableLines } from './printable.ts';
import type { Surroundings } from './with-store.ts';
import { wrongUsage } from './wrong-usage.ts';

const USAGE = `usage: makker doctor [--package FILE]
  looks at settings, rulebooks, store, network, clock and app package (dist/makker.zip),
  and says of each what is to be mended; the exit status is 1 when there is a problem`;

const SECRETS = ['MicrosoftAppPassword', 'COSMOS_KEY', 'IDENTITY_HEADER', 'RECEIPT_KEY', 'METRICS_TOKEN'];

/** `makker doctor` on this machine. */
export const doctorCommand = (io: CommandIo): Promise<ExitStatus> =>
  doctorIn(
    {
      env: process.env,
      rulebooks: new URL('../../rulebooks', import.meta.url).pathname,
      appPackage: new URL('../../dist/makker.zip', import.meta.url).pathname,
      network: { fetch, now: () => systemClock.now() },
    },
    io,
  );

/** Where the doctor looks. */
interface Patient extends Surroundings {
  /** The app package, where none is named. */
  appPackage: string;
  network: Network;
}

/** A shorter one is none, and to take its letters out of every word would only tell it. */
const SHORTEST_SECRET = 6;

/** Whoever words an error may have put a setting into it: no secret goes to the terminal, whatever said it. */
const withoutSecrets = (line: string, env: Surroundings['env']): string =>
  SECRETS.reduce((shown, name) => {
    const secret = env[name] ?? '';
    return secret.length < SHORTEST_SECRET ? shown : shown.replaceAll(secret, `(${name})`);
  }, line);

const findings = async ({ env, rulebooks, appPackage, network }: Patient): Promise<Finding[]> => {
  const now = network.now();
  const today = civilDateAt(now);
  const { config, findings: settings } = checkSettings(env);
  const { municipalities, findings: plans } = checkRulebooks(rulebooks, today);
  if (config === undefined) {
    const says = 'store, network and app package: first the settings';
    return [...settings, ...plans, { level: 'untried', about: 'the rest', says }];
  }
  return [
    ...settings,
    ...plans,
    ...(await checkStore(config.store, { now, today, municipalities })),
    ...(await checkNetwork(config, network)),
    checkPackage(appPackage, config),
  ];
};

const readOptions = (args: readonly string[]): { package?: string | undefined } | { wrong: string } => {
  try {
    return parseArgs({ args: [...args], options: { package: { type: 'string' } } }).values;
  } catch (error) {
    return { wrong: error instanceof Error ? error.message : String(error) };
  }
};

/** Looks at everything Makker needs. Of what it writes to the store to try it nothing is left. */
export const doctorIn = async (patient: Patient, io: CommandIo): Promise<ExitStatus> => {
  const options = readOptions(io.args);
  if ('wrong' in options) return wrongUsage(io, options.wrong, USAGE);
  const found = await findings({ ...patient, ...(options.package !== undefined && { appPackage: options.package }) });
  for (const line of found.flatMap(findingLines)) io.out(printableLines(withoutSecrets(line, patient.env)));
  return found.some(({ level }) => level === 'problem') ? 1 : 0;
};
