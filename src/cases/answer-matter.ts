import type { MatterItem } from './matter-item.ts';

/** The matter answered, the same item when it had been; refused for an instant that has not come, and before it came in. */
export type MatterAnswered = { item: MatterItem } | { refused: 'future' | 'before-receipt' };

/**
 * Records that a matter was answered at an instant, by whom and when. An answer that is there already stays as it was
 * recorded: it is the first one that stops the clock.
 */
export const answerMatter = (
  item: MatterItem,
  answeredAt: string,
  { by, at }: { by: string; at: string },
): MatterAnswered => {
  const answered = Date.parse(answeredAt);
  if (answered > Date.parse(at)) return { refused: 'future' };
  if (answered < Date.parse(item.record.receivedAt)) return { refused: 'before-receipt' };
  if (item.record.answeredAt !== undefined) return { item };
  return { item: { ...item, record: { ...item.record, answeredAt }, answered: { by, at } } };
};
