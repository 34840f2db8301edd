import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import { type Finding, reasonOf } from './finding.ts';
import { readZip } from './read-zip.ts';

const about = 'app package';
const mend = 'npm run package with this MicrosoftAppId, and upload dist/makker.zip to Teams anew';

const withBot = z.array(z.object({ botId: z.string().toLowerCase() })).min(1);
const manifest = z.object({ id: z.guid(), bots: withBot, composeExtensions: withBot });

/** Whether the package that Teams was given names this bot. */
export const checkPackage = (file: string, { bot }: Config): Finding => {
  if (bot === undefined || !existsSync(file))
    return {
      level: 'untried',
      about,
      says: bot === undefined ? 'there is no bot to compare it with' : `none is at ${file}`,
      ...(bot !== undefined && { mend: 'makker doctor --package FILE compares the one that Teams was given' }),
    };
  try {
    const text = readZip(readFileSync(file), 'manifest.json')?.toString('utf8');
    if (text === undefined) return { level: 'problem', about, says: `${file} has no manifest.json`, mend };
    const { bots, composeExtensions } = manifest.parse(JSON.parse(text));
    const others = [...bots, ...composeExtensions].flatMap(({ botId }) => (botId === bot.appId ? [] : botId));
    return others.length === 0
      ? { level: 'ok', about, says: `${file} names this bot` }
      : {
          level: 'problem',
          about,
          says: `${file} names the bot ${others[0]}, and MicrosoftAppId is ${bot.appId}`,
          mend,
        };
  } catch (error) {
    const why = error instanceof z.ZodError ? 'its manifest is not Makker’s' : reasonOf(error);
    return { level: 'problem', about, says: `${file} cannot be used: ${why}`, mend };
  }
};
