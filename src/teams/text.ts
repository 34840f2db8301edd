import { maskCpr } from '../privacy/cpr.ts';
import type { Incoming } from './incoming.ts';

/**
 * What the person wrote: without the mentions of the bot, with other people's names in place of their mentions,
 * blanks made plain, CPR numbers masked before anything else sees them.
 */
export function textOf({ text = '', entities = [], recipient }: Incoming): string {
  const ofBot = entities.filter(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id);
  const without = ofBot.reduce((rest, { text: mention }) => (mention ? rest.replaceAll(mention, ' ') : rest), text);
  return maskCpr(
    without
      .replace(/<\/?at[^<>]*>/g, ' ')
      .replace(/&nbsp;/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
}
