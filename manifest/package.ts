import { createWriteStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { completeManifest } from './complete-manifest.ts';

const here = import.meta.dirname;
const target = join(here, '..', 'dist', 'makker.zip');

const completed = completeManifest(JSON.parse(await readFile(join(here, 'manifest.json'), 'utf8')), process.env);
if ('problems' in completed) {
  console.error(`The app package needs these settings:\n${completed.problems.map((line) => `  ${line}`).join('\n')}`);
  process.exitCode = 1;
} else {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(`${JSON.stringify(completed.manifest, undefined, 2)}\n`), 'manifest.json');
  zip.addFile(join(here, 'en.json'), 'en.json');
  for (const icon of ['color.png', 'outline.png']) zip.addFile(join(here, 'icons', icon), icon);
  zip.end();
  await mkdir(join(here, '..', 'dist'), { recursive: true });
  await pipeline(zip.outputStream, createWriteStream(target));
  console.log(`Wrote dist/makker.zip for ${process.env['TEAMS_APP_ID']}`);
}
