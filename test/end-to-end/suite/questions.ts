import { expect, test } from '@jest/globals';
import type { Bench } from '../bench.ts';
import { ASK, words } from '../scenes.ts';
import { ASTA, BIRGIT, ELSEWHERE, HERE, RIKKES } from '../town.ts';

/** Which case is meant, and which cases there are for whom. */
export const questions = (bench: Bench): void => {
  test('two citizens of one name are offered with their numbers, and the choice is answered', async () => {
    const { world } = bench;
    const ane = world.phone('ane');
    const choice = await ane.say('Må jeg forlænge Rikkes forløb til udgangen af august?');
    expect(choice.buttons.map(({ title }) => title).toSorted()).toEqual([
      `${RIKKES[0]} · Rikke Sommerlund`,
      `${RIKKES[1]} · Rikke Havgård`,
    ]);
    const answer = await ane.press(`${RIKKES[1]} · Rikke Havgård`);
    expect(answer.text).toContain(`${RIKKES[1]} · Rikke Havgård`);
    expect(answer.text).toContain('31. august 2023');
    expect(answer.buttons.map(({ title }) => title)).toContain(ASK);
  });

  test('a case of another team or municipality is answered like one that does not exist', async () => {
    const { world } = bench;
    const about = async (caseId: string): Promise<string> =>
      (await world.phone('ane').say(`Hvilke frister er der i ${caseId}?`)).text.replaceAll(caseId, '(number)');
    const absent = await about('REB-2023-09999');
    expect(absent).toContain(words('talk.unknown-case-text'));
    expect(await about(BIRGIT)).toBe(absent);
    expect(await about(ASTA)).toBe(absent);
    expect((await world.phone('hans').say(`Hvilke frister er der i ${BIRGIT}?`)).text).toContain('Birgit Overmark');
  });

  test('so is a citizen of another team or municipality', async () => {
    const { world } = bench;
    const about = async (name: string): Promise<string> =>
      (await world.phone('ane').say(`Hvilke frister er der for ${name}?`)).text.replaceAll(name, '(name)');
    const absent = await about('Kasper Nordentoft');
    expect(absent).toContain(words('talk.unknown-citizen-text'));
    expect(await about('Birgit Overmark')).toBe(absent);
    expect(await about('Asta Fjordgård')).toBe(absent);
  });

  test('every answer leaves a receipt with the facts it rests on', async () => {
    const { world } = bench;
    const { store } = world.running;
    const answer = await world.phone('ane').say('Må jeg forlænge Mettes forløb til udgangen af august?');
    const decisionId = String(answer.buttons.find(({ title }) => title === ASK)?.data['decisionId']);
    const receipt = await store.read('receipt', HERE, decisionId);
    expect(receipt?.item).toMatchObject({ askedBy: 'ane', outcome: 'needs-approval', today: '2023-05-10' });
    expect(receipt?.item.findings).toContainEqual({ rule: 'REB-32', effect: 'approval' });
    const facts = await store.read('receipt-facts', HERE, decisionId);
    expect(facts?.item.question).toEqual({ kind: 'extend-offer', offerId: 'o-1', until: '2023-08-31' });
    expect(facts?.item.reads).toMatchObject({ 'citizen.diagnosedAutism': true });
    expect(await store.read('receipt', ELSEWHERE, decisionId)).toBeUndefined();
  });
};
