import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const project = new URL('../../', import.meta.url).pathname;
let house: string;
beforeAll(() => {
  house = mkdtempSync(join(tmpdir(), 'makker-house-'));
  copyFileSync(join(project, '.oxlintrc.json'), join(house, '.oxlintrc.json'));
});
afterAll(() => rmSync(house, { recursive: true }));

/** What the project's lint rules say of a file that holds one import. */
const lint = (file: string, statement: string): { refused: boolean; output: string } => {
  mkdirSync(dirname(join(house, file)), { recursive: true });
  writeFileSync(join(house, file), `${statement}\nexport default thing;\n`);
  const run = spawnSync(join(project, 'node_modules/.bin/oxlint'), [file], { cwd: house, encoding: 'utf8' });
  return { refused: run.status !== 0, output: run.stdout };
};

describe('npm run lint holds the arrows of the house', () => {
  test.each([
    ['src/rulebook/decide.ts', "import thing from '../cases/case-store.ts';"],
    ['src/rulebook/language/values.ts', "import type thing from '../../conversation/talk.ts';"],
    ['src/contract/case.ts', "import thing from '../rulebook/decide.ts';"],
    ['src/cases/judge.ts', "import thing from '../conversation/talk.ts';"],
    ['src/requests/ask.ts', "import thing from '../teams/server.ts';"],
    ['src/agenda/project.ts', "import thing from '../store/index.ts';"],
    ['src/access/access-log.ts', "import thing from '../conversation/talk.ts';"],
    ['src/retention/purge.ts', "import thing from '../store/index.ts';"],
    ['src/targets/read-targets.ts', "import thing from '../conversation/talk.ts';"],
    ['src/targets/read-targets.ts', "import thing from '../store/index.ts';"],
    ['src/rulebook/targets.ts', "import thing from '../targets/standing.ts';"],
    ['src/impact/run-impact.ts', "import thing from '../store/index.ts';"],
    ['src/rulebook/decide.ts', "import thing from '../impact/compare-case.ts';"],
    ['src/conversation/intents/rule.ts', "import thing from '../../teams/bot.ts';"],
    ['src/conversation/talk.ts', "import thing from '../cards/render.ts';"],
    ['src/cards/render.ts', "import thing from '../rulebook/decide.ts';"],
    ['src/outbox/relay.ts', "import thing from '../cases/case-store.ts';"],
    ['src/store/index.ts', "import thing from '../cases/case-store.ts';"],
    ['src/teams/bot.ts', "import thing from '../requests/requests.ts';"],
    ['src/cases/case-store.ts', "import thing from 'node:sqlite';"],
    ['src/main.ts', "import thing from '@azure/cosmos';"],
    ['src/teams/bot.ts', "import thing from '@azure/cosmos';"],
    ['src/store/index.ts', "import thing from 'botbuilder';"],
    ['src/conversation/talk.ts', "import thing from 'botbuilder-core';"],
    ['src/cli/start.ts', "import thing from 'restify';"],
  ])('%s may not: %s', (file, statement) => {
    const { refused, output } = lint(file, statement);
    expect({ refused, told: output.includes('no-restricted-imports') }).toEqual({ refused: true, told: true });
    expect(output).toMatch(/Arrows go one way|Only src\/store imports a database client/);
  });

  test.each([
    ['src/teams/bot.ts', "import thing from '../conversation/assistant.ts';"],
    ['src/teams/server.ts', "import thing from 'restify';"],
    ['src/conversation/talk.ts', "import thing from '../requests/requests.ts';"],
    ['src/conversation/intents/rule.ts', "import type thing from '../../cards/views.ts';"],
    ['src/requests/ask.ts', "import thing from '../rulebook/decide.ts';"],
    ['src/impact/run-impact.ts', "import thing from '../cases/judge.ts';"],
    ['src/cases/case-store.ts', "import type thing from '../store/port.ts';"],
    ['src/rulebook/decide.ts', "import thing from '../contract/case.ts';"],
    ['src/targets/standing.ts', "import thing from '../rulebook/goal.ts';"],
    ['src/conversation/intents/targets.ts', "import thing from '../../targets/read-targets.ts';"],
    ['src/store/items.ts', "import type thing from '../targets/entered-figure.ts';"],
    ['src/store/sqlite/open-database.ts', "import thing from 'node:sqlite';"],
    ['src/store/items.ts', "import type thing from '../cases/case-item.ts';"],
    ['src/main.ts', "import thing from './store/index.ts';"],
  ])('%s may: %s', (file, statement) => {
    expect(lint(file, statement).output).not.toContain('no-restricted-imports');
  });
});
