import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { lintCard } from '../../src/cards/lint.ts';
import { isPayload, leavesOf } from '../../src/cards/payload.ts';
import { plainText } from '../../src/cards/plain-text.ts';
import { createCards } from '../../src/cards/render.ts';
import { maskCpr } from '../../src/privacy/cpr.ts';
import { anyView } from './any-text.ts';

const cards = createCards(join(import.meta.dirname, '../../cards'));
/** Keys of a view whose strings are not shown: ids, and words of the view models. */
const unshown = new Set(['view', 'tone', 'type', 'id', 'verb', 'data', 'error']);

const shownTexts = (view: unknown): string[] =>
  leavesOf(view).flatMap(({ path, key, value }) =>
    typeof value !== 'string' || unshown.has(key) || path.includes('.data.') || /choices\[\d+\]\.value$/.test(path)
      ? []
      : [value],
  );
/** What can be seen of a text, however it is laid out. */
const visible = (text: string): string => text.toWellFormed().replace(/[\p{Cc}\p{Cf}\s]/gu, '');

describe('whatever people and providers have written', () => {
  test('the card is sound', () => {
    fc.assert(
      fc.property(anyView, fc.constantFrom('da' as const, 'en' as const), (view, language) => {
        expect(lintCard(cards.render(view, language).card)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test('the card shows it as it stands, CPR numbers masked', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const texts = shownTexts(view);
        fc.pre(texts.join('').length < 15_000);
        const seen = visible(plainText(cards.render(view, 'da').card));
        for (const text of texts) expect(seen).toContain(visible(maskCpr(text)));
      }),
      { numRuns: 150 },
    );
  });

  test('the card has the buttons of its view and no others', () => {
    fc.assert(
      fc.property(anyView, (view) => {
        const types = leavesOf(cards.render(view, 'da').card).map(({ value }) =>
          isPayload(value) ? value['type'] : undefined,
        );
        const hidden = 'reminders' in view && (view.reminders?.more.length ?? 0) > 0;
        const toggles = hidden ? ['Action.ToggleVisibility'] : [];
        const clicks = view.actions.map(() => 'Action.Execute');
        expect(types.filter((type) => String(type).startsWith('Action.'))).toEqual([...toggles, ...clicks]);
      }),
      { numRuns: 100 },
    );
  });
});
