import type { CaseItem } from '../../../src/cases/case-item.ts';
import { APPROVE, ASK, LEADS, REJECT, decidedBy, words } from '../../end-to-end/scenes.ts';
import { METTE, RIKKES } from '../../end-to-end/town.ts';
import type { World } from './world.ts';

/** The case whose request is approved, and the one whose request runs out. */
export const [APPROVED, EXPIRED] = [METTE, RIKKES[0]];

/** What every card of each request shows at the end. */
export const ENDINGS: Record<string, string> = {
  [APPROVED]: decidedBy('bo'),
  [EXPIRED]: words('request.title.expired'),
};

const LONG_MS = 30 * 24 * 60 * 60_000;

type Step = (world: World) => Promise<string | undefined>;

const put =
  (question: string, caseId: string): Step =>
  async (world) => {
    await world.say('ane', question);
    const { text } = await world.deliver(await world.click('ane', ASK));
    await world.quiet();
    const { requests } = await world.item(caseId);
    if (requests.length !== 1) return `${caseId} has ${requests.length} requests`;
    return text.includes(words('request.title.waiting')) ? undefined : `asking was answered with ${text}`;
  };

/** What is there before the way begins: everybody has opened Makker, and a request waits that nobody will answer. */
export const beginning: Step[] = [
  async (world) => {
    for (const who of ['ane', ...LEADS] as const) await world.say(who, 'hej');
    await world.quiet();
    return undefined;
  },
  put('Må jeg forlænge Rikke Sommerlunds forløb til udgangen af august?', EXPIRED),
];

/**
 * The way request → decide → notify: a request that gets its sign-offs from two people, and a refusal on a card that
 * was still open when it was looked at; then the daily run ends the other request. Each step answers
 * what was not as it must be, and the stage after it is quiet.
 */
export const way: Step[] = [
  put('Må jeg forlænge Mettes forløb til udgangen af august?', APPROVED),
  async (world) => {
    const late = await world.click('dorthe', REJECT, { reason: 'Der er en plads i en virksomhed' });
    const { text: half } = await world.deliver(await world.click('erik', APPROVE));
    await world.quiet();
    const { text: whole } = await world.deliver(await world.click('bo', APPROVE));
    // Dorthe's card may not have been edited yet.
    const { text: toldLate } = await world.deliver(late);
    await world.quiet();
    if (half.includes(words('request.title.approved'))) return 'one of two sign-offs was shown as an approval';
    if (!whole.includes(decidedBy('bo'))) return `the approval was answered with ${whole}`;
    return toldLate.includes(decidedBy('bo')) ? undefined : `the refusal was answered with ${toldLate}`;
  },
  async (world) => {
    await world.pass(LONG_MS);
    await world.quiet(async () => (await world.item(EXPIRED)).requests[0]?.state !== 'open');
    return undefined;
  },
];

/** What a case's history tells, without times and ids. */
export const storyOf = ({ audit }: CaseItem): string[] =>
  audit.map(({ by, what, details }) => [what, by, details['rule'] ?? ''].join(' ').trim());
