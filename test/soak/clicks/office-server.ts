import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

export interface OfficeServer {
  port: number;
  /** Where it keeps its data. */
  path: string;
  /** Every problem it has logged. */
  problems: string[];
  close(): Promise<void>;
}

/** Starts Makker in a process of its own, with the office in its store; `flags` are Node's. */
export const startOfficeServer = async (flags: readonly string[] = []): Promise<OfficeServer> => {
  const folder = mkdtempSync(join(tmpdir(), 'makker-clicks-'));
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', ...flags, join(import.meta.dirname, 'server.ts'), folder],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = once(child, 'exit');
  const problems: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => problems.push(line));
  const ready = once(createInterface({ input: child.stdout }), 'line');
  const line = await Promise.race([ready.then(String), ended.then(() => undefined)]);
  if (line === undefined) throw new Error(`Makker did not start:\n${problems.join('\n')}`);
  const { port } = z.object({ port: z.number() }).parse(JSON.parse(line));
  return {
    port,
    path: join(folder, 'makker.db'),
    problems,
    close: async () => {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true });
    },
  };
};
