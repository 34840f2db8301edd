import { afterEach, expect, test } from '@jest/globals';
import { mangled, wordSalad } from '../bench/any-input.ts';
import { createRandom } from '../../language/learning/random.ts';
import { allSentences } from '../../language/learning/sentences.ts';
import { caseItem } from '../../src/cases/case-item.ts';
import { caseRecord } from '../support/office.ts';
import { openTalk, type TalkingOffice } from '../support/talk.ts';

let office: TalkingOffice;
afterEach(() => office.store.close());

test('whatever is written, the one case there is stays as it was: what changes something waits for a click', async () => {
  office = await openTalk();
  const offer = { id: 'o-1', kind: 'guidance' as const, starts: '2026-01-01', ends: '2026-06-30' };
  const record = caseRecord('testby', 'C-1', { citizen: { name: 'Torben Vindfelt' }, offers: [offer] });
  await office.store.create('case', caseItem(record, { requests: [], agenda: [], outbox: [], audit: [] }));
  const kept = async () => {
    const found = await office.store.read('case', 'testby', 'C-1');
    return { found: found?.item, etag: found?.etag };
  };
  const before = await kept();
  const random = createRandom();
  const sentences = [...allSentences().values()].flat().map(({ text }) => text);
  const turn = { language: 'da' as const, now: `${office.today()}T10:00:00Z`, today: office.today() };
  for (let n = 0; n < 600; n += 1) {
    const kind = n % 3;
    const text =
      kind === 0
        ? random.pick(sentences)
        : kind === 1
          ? mangled(random, sentences)
          : wordSalad(random, sentences).slice(0, 200);
    const conversation = { id: `chat-${n}`, type: 'personal' as const };
    const { view } = await office.assistant.say(
      { ...turn, person: office.person('kirsten'), conversation, activityId: `a-${n}` },
      `${text} Torben Vindfelt`,
    );
    expect(view.headline.title).not.toBe('');
  }
  expect(await kept()).toEqual(before);
});
