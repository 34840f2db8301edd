import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const { scripts } = z
  .object({ scripts: z.object({ makker: z.string() }) })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8')));

/** What `npm run makker` hands to Node, before the name of the command. */
export const MAKKER: readonly string[] = scripts.makker.split(' ').slice(1);
