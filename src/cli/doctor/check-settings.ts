import { existsSync } from 'node:fs';
import { type Config, readConfig } from '../../config.ts';
import { checkPrivate } from './check-private.ts';
import type { Finding } from './finding.ts';

const about = 'settings';

const checkKeyFile = ({ store, receiptKey }: Config): Finding[] => {
  if (!('file' in receiptKey) || store.kind !== 'embedded') return [];
  const { file } = receiptKey;
  if (existsSync(store.path) && !existsSync(file))
    return [
      {
        level: 'problem',
        about,
        says: `there is a store, but no receipt key at ${file}: a new one would be made, and no recorded answer could be checked`,
        mend: 'put back the file that was there, or set RECEIPT_KEY to what stood in it',
      },
    ];
  return checkPrivate(about, file, 'the receipt key');
};

const inWords = ({ store, bot, host, port }: Config): string => {
  const where = store.kind === 'embedded' ? `the embedded store at ${store.path}` : `the database ${store.database}`;
  return `${where}, listening on ${host}:${port}, ${bot === undefined ? 'without' : 'with'} bot credentials`;
};

/** What the settings say, as far as they can be used; `config` is absent where they cannot. */
export const checkSettings = (
  env: Record<string, string | undefined>,
): { config: Config | undefined; findings: Finding[] } => {
  const result = readConfig(env);
  if ('problems' in result)
    return { config: undefined, findings: result.problems.map((says) => ({ level: 'problem', about, says })) };
  const { config } = result;
  const findings: Finding[] = [{ level: 'ok', about, says: inWords(config) }, ...checkKeyFile(config)];
  if (config.store.kind === 'embedded') findings.push(...checkPrivate(about, config.store.path, 'the store'));
  if (config.bot === undefined)
    findings.push({
      level: 'warning',
      about,
      says: 'without bot credentials nobody’s identity is proven; Teams cannot reach it, and it is for trying out only',
      mend: 'set MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId (docs/it-department.md)',
    });
  else if (!config.production)
    findings.push({
      level: 'warning',
      about,
      says: 'should the credentials get lost, it would start without them',
      mend: 'set NODE_ENV=production, under which it refuses to',
    });
  return { config, findings };
};
