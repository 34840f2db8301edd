import type { Tone } from './views.ts';

/**
 * The colour of a symbol or a bar on a card's own background. Teams' green and amber are too pale there to be seen (in
 * its light theme 2.1 and 1.5 to 1), so only what needs doing or somebody stands out; the symbol's shape says the rest.
 */
export const tint = (tone: Tone = 'default'): Tone => (tone === 'attention' || tone === 'accent' ? tone : 'default');
