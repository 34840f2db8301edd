import { expect, test } from '@jest/globals';
import type { Bench } from '../bench.ts';
import { APPROVE, ASK, open, request, requested } from '../scenes.ts';
import { ASTA, BIRGIT, ELSEWHERE, METTE, TORBEN } from '../town.ts';

/** Cards that somebody has meddled with: always an answer, never a change. */
export const forged = (bench: Bench): void => {
  const cases = [METTE, TORBEN, BIRGIT];
  const all = () => Promise.all(cases.map((caseId) => bench.world.item(caseId)));

  test('a request named by a meddled card is never settled', async () => {
    const { world } = bench;
    await requested(world);
    await request(world, 'hans', `Må jeg forlænge forløbet i ${BIRGIT} til udgangen af august?`);
    const before = await all();
    const { requestId, revision } = world.phone('bo').withButton(APPROVE).buttons[0]?.data ?? {};
    const other = (await world.request(BIRGIT)).id;
    const meddled: Record<string, unknown> = {
      'a request of another team': { requestId: other, revision },
      'a request that is not there': { requestId: `${String(requestId)}9`, revision },
      'a case of another municipality': { requestId: `${ELSEWHERE}~${ASTA}~r1`, revision },
      'this case in another municipality': { requestId: `${ELSEWHERE}~${METTE}~r1`, revision },
      'another municipality beside it': { requestId: other, revision, municipality: ELSEWHERE },
      'no case': { requestId: 'r1', revision },
      'an empty id': { requestId: '', revision },
      'an endless id': { requestId: '~'.repeat(3999), revision },
      'a number for an id': { requestId: 5, revision },
      'an object for an id': { requestId: { $ne: '' }, revision },
      'a list for an id': { requestId: [requestId], revision },
      'no revision': { requestId },
      'a revision of old': { requestId, revision: 0 },
      'a revision below zero': { requestId, revision: -1 },
      'half a revision': { requestId, revision: 1.5 },
      'a revision of the far future': { requestId, revision: 999_999 },
      'a revision beyond numbers': { requestId, revision: 1e300 },
      'words for a revision': { requestId, revision: '1 or 1=1' },
      'a reason that is an object': { requestId, revision, reason: { toString: 'x' } },
      'a prototype': JSON.parse(`{"__proto__": {"requestId": ${JSON.stringify(requestId)}, "revision": 1}}`),
      'a constructor': { constructor: { prototype: { requestId, revision } } },
      'a list': [requestId, revision],
      nothing: {},
      'no object': 'approve',
    };
    const answers: Record<string, string> = {};
    for (const [what, data] of Object.entries(meddled)) {
      const { text } = await world.phone('bo').forge('approve', data);
      answers[what] = text === '' ? 'silence' : 'answered';
    }
    expect(answers).toEqual(Object.fromEntries(Object.keys(meddled).map((what) => [what, 'answered'])));
    expect(await all()).toEqual(before);
  });

  test('a verb nobody knows is answered and changes nothing', async () => {
    const { world } = bench;
    await requested(world);
    const before = await all();
    const data = world.phone('bo').withButton(APPROVE).buttons[0]?.data;
    for (const verb of ['', 'approve-all', 'Approve', '__proto__', 'constructor', 'toString', 'withdraw'])
      expect({ verb, said: (await world.phone('bo').forge(verb, data)).text }).toEqual({
        verb,
        said: expect.stringMatching(/./),
      });
    expect(await all()).toEqual(before);
  });

  test('a decision named by a meddled card makes no request and records no fact', async () => {
    const { world } = bench;
    await open(world, 'bo');
    await world.phone('hans').say(`Må jeg forlænge forløbet i ${BIRGIT} til udgangen af august?`);
    const theirs = world.phone('hans').withButton(ASK).buttons[0]?.data['decisionId'];
    await world.phone('ane').say('Må jeg forlænge Torbens forløb til udgangen af august?');
    const mine = world.phone('ane').withButton('Svar').buttons[0]?.data['decisionId'];
    const before = await all();
    const meddled: [string, unknown][] = [
      ['request-approval', { decisionId: theirs }],
      ['request-approval', { decisionId: mine }],
      ['request-approval', { decisionId: `${ELSEWHERE}~${ASTA}~x` }],
      ['request-approval', { decisionId: 7 }],
      ['request-approval', {}],
      ['answer-facts', { decisionId: theirs, 'citizen.diagnosedAutism': 'false' }],
      ['answer-facts', { decisionId: mine, 'citizen.name': 'Ane Brogaard' }],
      ['answer-facts', { decisionId: mine, 'citizen.cpr': 'x' }],
      ['answer-facts', { decisionId: mine, caseworker: 'bo' }],
      ['answer-facts', { decisionId: mine, 'offer.signOffs': 'approved' }],
      ['answer-facts', { decisionId: mine, 'offer.pricePerWeek': '-5' }],
      ['answer-facts', { decisionId: mine, 'offer.ends': '2029-12-31' }],
      ['answer-facts', { decisionId: mine, 'offers.o-1.constructor': 'x' }],
      ['answer-facts', JSON.parse(`{"decisionId": ${JSON.stringify(mine)}, "__proto__": "x"}`)],
    ];
    for (const [verb, data] of meddled) expect((await world.phone('ane').forge(verb, data)).text).not.toBe('');
    expect(await all()).toEqual(before);
  });
};
