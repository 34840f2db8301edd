import { join } from 'node:path';
import { loadTexts } from '../../src/cards/texts.ts';
import type { ApprovalRequest } from '../../src/requests/request.ts';
import { TODAY, nameOf, type Who } from './town.ts';
import { METTE } from './town.ts';
import type { Seen } from './card.ts';
import type { World } from './world.ts';

/** Makker's own words, so that rewording a text does not break what is tried here. */
const texts = loadTexts(join(import.meta.dirname, '../../cards/texts'));
export const words = texts('da');
export const english = texts('en');

export const ASK = words('decision.button.request');
export const APPROVE = words('request.button.approve');
export const REJECT = words('request.button.reject');
export const ANSWER = words('decision.button.answer');

/** Everybody who may sign something in Mette's case. */
export const LEADS = ['bo', 'dorthe', 'erik'] as const satisfies Who[];

export const QUESTION = 'Må jeg forlænge Mettes forløb til udgangen af august?';

/** They open Makker in Teams for the first time. */
export async function open(world: World, ...people: Who[]): Promise<void> {
  for (const who of people) await world.phone(who).say('hej');
}

/** Ane asks about Mette's course and puts the request; the card that says so. */
export async function request(world: World, who: Who = 'ane', question = QUESTION): Promise<Seen> {
  await world.phone(who).say(question);
  const card = await world.phone(who).press(ASK);
  await world.quiet();
  return card;
}

/** The leads have opened Makker, and Ane has put the request. */
export async function requested(world: World): Promise<void> {
  await open(world, ...LEADS);
  await request(world);
}

/** The decisions that the history of the case knows of. */
export const decisionsIn = async (world: World, caseId = METTE): Promise<string[]> =>
  (await world.item(caseId)).audit
    .filter(({ what }) => ['request-approved', 'request-rejected'].includes(what))
    .map(({ what, by }) => `${what} by ${by}`);

/** What ends every card of a request: by whom and on which day. The time of day is left out. */
export const decidedBy = (who: Who, as: 'Godkendt' | 'Afvist' = 'Godkendt'): string =>
  `${as} af ${nameOf(who)} ${dayInWords}`;

const dayInWords = new Intl.DateTimeFormat('da', { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(TODAY));

/** How often a new message with this in it has reached the person's chat. */
export const postsTo = (world: World, who: Who, text: string): number =>
  world.connector.calls.filter(
    ({ method, conversationId, givenId, body }) =>
      method === 'POST' &&
      givenId !== undefined &&
      conversationId === world.phone(who).conversationId &&
      JSON.stringify(body).includes(text),
  ).length;

/** What the people's screens show of the request's cards, by message. */
export const shownOf = (world: World, { cards }: ApprovalRequest, people: readonly Who[]): string[] => {
  const messages = new Set(cards.map(({ activityId }) => activityId));
  return people.flatMap((who) =>
    world
      .phone(who)
      .screen()
      .flatMap(({ messageId, text }) => (messages.has(messageId) ? [text] : [])),
  );
};

/** The codes of what the log reports as a problem, besides that nobody's identity is proven here. */
export const problems = (world: World): string[] =>
  world.log.flatMap((line) => {
    const code = /"code":"([a-z-]+)"/.exec(line)?.[1];
    return code === undefined || code === 'no-credentials' ? [] : [code];
  });
