import { existsSync, globSync, lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const project = join(import.meta.dirname, '../..');
const lock = z.object({ packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })) });

/**
 * What `npm ci --omit=dev` puts on the disk, in bytes, and how many packages that is: the room that the files take of
 * all installed packages that the lock does not keep for development.
 */
export const installedSize = (): { packages: number; bytes: number } => {
  const { packages } = lock.parse(JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')));
  const served = Object.keys(packages).filter(
    (path) => path !== '' && packages[path]?.dev !== true && existsSync(join(project, path)),
  );
  const sizeOf = (path: string): number =>
    globSync('**/*', { cwd: join(project, path), exclude: (name) => name === 'node_modules' })
      .map((file) => lstatSync(join(project, path, file)).blocks * 512)
      .reduce((sum, bytes) => sum + bytes, 0);
  return { packages: served.length, bytes: served.map(sizeOf).reduce((sum, bytes) => sum + bytes, 0) };
};
