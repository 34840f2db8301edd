import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Chat, openChats } from '../../src/cli/playground/open-chats.ts';
import { civilDateAt, type Clock, systemClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import type { Demo } from '../../src/demo/demo-document.ts';
import { loadDemos } from '../../src/demo/load-demos.ts';
import { readDemos } from '../../src/demo/read-demos.ts';
import { shownDemo } from '../../src/demo/shown-demo.ts';
import { createLog } from '../../src/log.ts';
import { type Running, start } from '../../src/main.ts';
import { launchBrowser } from '../support/browser.ts';
import { type ChatPage, openChat } from './chat-page.ts';

const root = join(import.meta.dirname, '../..');
const DAY = '2026-11-25';
/** A working day just after ten in the morning, whenever the test is run: on others there is no digest. */
const shift = Date.parse(`${DAY}T09:00:00.000Z`) - systemClock.now();
const clock: Clock = { now: () => systemClock.now() + shift };

describe("a caseworker and a functional lead in Microsoft's Playground", () => {
  let directory: string;
  let demo: Demo;
  let running: Running;
  let chats: Chat[];
  let browser: Browser;
  let caseworker: ChatPage;
  let lead: ChatPage;
  const log: string[] = [];

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'makker-browser-'));
    const demos = readDemos(join(root, 'rulebooks'), civilDateAt(clock.now()));
    const shown = shownDemo(demos);
    const result = readConfig({ PORT: '0', STORE_PATH: join(directory, 'makker.db') });
    if (!('demo' in shown) || shown.demo === undefined || 'problems' in result)
      throw new Error('no demo, or its settings are refused');
    demo = shown.demo;
    running = await start(result.config, {
      clock,
      log: createLog({ write: (line) => void log.push(line) }),
      every: (_, look) => {
        const interval = setInterval(look, 200);
        return () => clearInterval(interval);
      },
    });
    await loadDemos(demos, running);
    const endpoint = `http://127.0.0.1:${running.port}/api/messages`;
    chats = await openChats(demo, { endpoint, directory, openBrowser: false });
    browser = await launchBrowser();
    const [caseworkersChat, leadsChat] = chats;
    if (caseworkersChat === undefined || leadsChat === undefined) throw new Error('two chats were asked for');
    // The lead first: nobody can be reached before their page has been opened.
    lead = await openChat(browser, leadsChat.url);
    caseworker = await openChat(browser, caseworkersChat.url);
  }, 90_000);

  afterAll(async () => {
    await browser?.close();
    for (const chat of chats ?? []) chat.stop();
    await running?.close();
    await rm(directory, { recursive: true, force: true });
  });

  test('ask, request, approve: the lead decides on a card, and both cards say so', async () => {
    await caseworker.say(demo.ask[0]?.say ?? '');
    const answer = caseworker.card('Ja, når');
    await answer.waitFor();
    await caseworker.screenshot('1-caseworker-answer');
    await caseworker.cardScreenshot(answer, '1-answer-card');

    await answer.getByRole('button', { name: 'Anmod om godkendelse' }).click();
    await caseworker.card('Anmodningen er sendt').waitFor();
    await caseworker.screenshot('2-caseworker-waiting');

    const request = lead.card('Anmodning om godkendelse');
    await request.waitFor();
    await lead.screenshot('3-lead-request');
    await lead.cardScreenshot(request, '3-request-card');

    await request.getByRole('button', { name: 'Godkend' }).click();
    for (const [name, chat] of Object.entries({ lead, caseworker })) {
      const final = chat.card(/Godkendt af/);
      await final.waitFor();
      expect(await final.getByRole('button', { name: /Godkend|Afvis|Anmod/ }).count()).toBe(0);
      await chat.screenshot(`4-${name}-final`);
    }
    const item = await running.cases.read(demo.municipality, 'REB-2026-00103');
    const signOffs = item?.item.record.offers?.[0]?.signOffs ?? [];
    expect(signOffs.filter(({ by, forEnd }) => by === demo.viewers.lead && forEnd !== undefined)).toHaveLength(3);
    expect(item?.item.record.offers?.[0]?.ends).toBe(signOffs.at(-1)?.forEnd);
  }, 60_000);

  test('a missing fact is filled in on the card, and the answer follows', async () => {
    await caseworker.say(demo.ask[1]?.say ?? '');
    const question = caseworker.card('Jeg mangler');
    await question.waitFor();
    await caseworker.screenshot('5-missing-fact');
    await question.getByLabel('Ja', { exact: true }).check();
    await question.getByRole('button', { name: 'Svar' }).click();
    const answer = caseworker.card('Anmod om godkendelse').filter({ hasText: 'Solveig' });
    await answer.waitFor();
    await caseworker.screenshot('6-answered');
  }, 60_000);

  test('from a no an exception is asked for, and the lead makes it with a reason', async () => {
    await caseworker.say(demo.ask[2]?.say ?? '');
    const no = caseworker.card('Nej, tilbuddet kan ikke forlænges');
    await no.waitFor();
    await caseworker.cardScreenshot(no, '7-a-no');
    await no.getByRole('button', { name: 'Bed om individuel vurdering' }).click();
    const first = caseworker.card('Først mangler der noget');
    await first.waitFor();
    await caseworker.cardScreenshot(first, '7-exception-first');
    await first.getByLabel('Nej', { exact: true }).check();
    await first.getByRole('button', { name: 'Svar' }).click();
    await first.waitFor({ state: 'detached' });
    await caseworker.card('Nej, tilbuddet').getByRole('button', { name: 'Bed om individuel vurdering' }).click();
    const form = caseworker.card('Bed om en konkret, individuel vurdering');
    await form.waitFor();
    await form.getByRole('textbox').fill('Han er midt i et forløb, der virker.');
    await caseworker.cardScreenshot(form, '7-exception-form');
    await form.getByRole('button', { name: 'Send anmodningen' }).click();
    const waiting = caseworker.card('Anmodningen er sendt').filter({ hasText: 'Torkild' });
    await waiting.waitFor();
    await caseworker.cardScreenshot(waiting, '7-exception-waiting');
    const request = lead.card('Anmodning om individuel vurdering');
    await request.waitFor();
    await request.getByRole('textbox').fill('Forløbet er tæt på målet, og et afbrud koster mere.');
    await lead.cardScreenshot(request, '7-exception-request');
    await request.getByRole('button', { name: 'Gør en undtagelse' }).click();
    const signed = lead.card(/Torkild/).filter({ hasText: 'bekræftet af' });
    await signed.waitFor();
    await lead.cardScreenshot(signed, '7-exception-made');
  }, 60_000);

  test('a lead has the digest of the day sent to the channel, and the team works from it', async () => {
    await lead.toChannel();
    await lead.sayInChannel('send dagens overblik her kl. 8');
    await lead.card('Hvilket team').getByRole('button', { name: 'Sygedagpenge' }).click();
    const draft = lead.card('Skal dagens overblik');
    await draft.waitFor();
    await lead.cardScreenshot(draft, '8-digest-set-up');
    await draft.getByRole('button', { name: 'Sæt i gang' }).click();
    const digest = lead.card('over tiden i Sygedagpenge');
    await digest.waitFor();
    await lead.screenshot('8-digest-in-channel');
    await lead.cardScreenshot(digest, '8-digest');
    expect(await digest.textContent()).not.toMatch(/Kragelund|Tranekær|Myrhøj/);

    /** The card is shown anew to everybody after each change: then what was clicked open on it is closed again. */
    const edited = async (): Promise<void> => {
      const job = () => running.store.read('digest', demo.municipality, `${DAY}~team~sygedagpenge`);
      while ((await job())?.item.sendAt !== undefined) await lead.page.waitForTimeout(50);
    };
    const choose = async (name: string): Promise<void> => {
      await digest.getByRole('combobox').first().click();
      await lead.page.getByRole('option', { name }).first().click();
    };
    await choose('Visitation til jobkonsulent');
    await digest.getByRole('button', { name: 'Jeg tager det' }).click();
    await digest.getByText('Birthe Skørring har taget det').waitFor();
    await lead.cardScreenshot(digest, '8-digest-taken');

    await edited();
    await digest.getByRole('button', { name: 'Vis alle efter sagsbehandler' }).click();
    const all = lead.card('Tilbage til overblikket');
    await all.waitFor();
    await lead.cardScreenshot(all, '8-digest-all');
    await all.getByRole('button', { name: 'Tilbage til overblikket' }).click();
    await digest.waitFor();

    await choose('Visitation til jobkonsulent');
    await digest.getByRole('textbox').or(digest.getByPlaceholder(/date/i)).last().fill(DAY);
    await digest.getByRole('button', { name: 'Markér som klaret' }).click();
    const check = lead.card('Skal jeg registrere det');
    await check.waitFor();
    await lead.cardScreenshot(check, '8-digest-done-check');
    await check.getByRole('button', { name: 'Registrér' }).click();
    await digest.getByText('Klaret eller faldet væk i dag').waitFor();
    await lead.cardScreenshot(digest, '8-digest-done');
    const events = (await running.cases.read(demo.municipality, 'REB-2026-00106'))?.item.record.events ?? [];
    expect(events).toContainEqual(expect.objectContaining({ type: 'referral-job-consultant', on: DAY }));
  }, 60_000);

  test('nothing went wrong on the way', () => {
    expect(log.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  });
});
