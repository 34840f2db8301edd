import { readdirSync, readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { readRulebookFiles } from '../../src/rulebook-files.ts';
import { readScenarios } from '../../src/rulebook/check/scenario.ts';
import { readYaml } from '../../src/rulebook/read.ts';
import { registerSchema } from '../../src/rulebook/register.ts';
import { commonSchema, rulebookSchema } from '../../src/rulebook/schema.ts';
import { tryMutants } from './try-mutants.ts';

const { nth, of } = z.object({ nth: z.number(), of: z.number() }).parse(workerData);
const root = new URL('../../', import.meta.url);
const folder = new URL('test/scenarios/', root);
const scenarios = readdirSync(folder)
  .filter((file) => file.endsWith('.jsonl'))
  .flatMap((file) => readScenarios(readFileSync(new URL(file, folder), 'utf8')));
const { versions, common } = readRulebookFiles(new URL('rulebooks', root).pathname);
const sentences = readYaml(common.path, common.text, commonSchema).data;
for (const { path, text, register } of versions) {
  const { data } = readYaml(path, text, rulebookSchema);
  const entries = register && readYaml(register.path, register.text, registerSchema).data;
  parentPort?.postMessage({ path, fates: tryMutants(data, sentences, entries, scenarios, { nth, of }) });
}
