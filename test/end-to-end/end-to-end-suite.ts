import { describe } from '@jest/globals';
import { createBench } from './bench.ts';
import { approvals } from './suite/approvals.ts';
import { clicks } from './suite/clicks.ts';
import { delivery } from './suite/delivery.ts';
import { digestSetup } from './suite/digest-setup.ts';
import { events } from './suite/events.ts';
import { forged } from './suite/forged.ts';
import { identity } from './suite/identity.ts';
import { language } from './suite/language.ts';
import { life } from './suite/life.ts';
import { meeting } from './suite/meeting.ts';
import { overdue } from './suite/overdue.ts';
import { plan } from './suite/plan.ts';
import { privacy } from './suite/privacy.ts';
import { questions } from './suite/questions.ts';
import { searching } from './suite/searching.ts';
import { strangers } from './suite/strangers.ts';
import { talk } from './suite/talk.ts';
import { waysIn } from './suite/ways-in.ts';
import type { Place } from './world.ts';

/** The main job from the chat to the case, through the real server and adapter, with Teams played by a connector. */
export const endToEndSuite = (name: string, begin: () => Promise<Place>): void => {
  describe(name, () => {
    const bench = createBench(begin);
    describe('A request', () => life(bench));
    describe('What becomes of a request', () => approvals(bench));
    describe('A question', () => questions(bench));
    describe('The talk', () => talk(bench));
    describe('The plan', () => plan(bench));
    describe('What happened in a case', () => events(bench));
    describe('The sparring meeting', () => meeting(bench));
    describe('What is urgent', () => overdue(bench));
    describe('Clicks', () => clicks(bench));
    describe('Who clicks', () => identity(bench));
    describe('Somebody unknown', () => strangers(bench));
    describe('A meddled card', () => forged(bench));
    describe('Delivery', () => delivery(bench));
    describe('Language', () => language(bench));
    describe('Privacy', () => privacy(bench));
    describe('A search', () => searching(bench));
    describe('A way in', () => waysIn(bench));
    describe('A digest', () => digestSetup(bench));
  });
};
