import type { Rulebook } from '../rulebook/compile.ts';
import { readYaml, RulebookError } from '../rulebook/read.ts';
import { rulebookHash } from '../rulebook/rulebook-hash.ts';
import { rulebookSchema, type RulebookSource } from '../rulebook/schema.ts';
import { createShelf, type RulebookTexts } from '../rulebook/shelf.ts';

/** A rulebook as it stands on a date, and what stands in its file. */
export interface Opened {
  rulebook: Rulebook;
  source: RulebookSource;
}

/** Why a rulebook that was kept cannot be used; `detail` in the loader's words. */
export type Unusable = { why: 'rulebook-absent' } | { why: 'rulebook-altered' | 'rulebook-unreadable'; detail: string };

/**
 * Compiles the rulebook with this hash from the texts that were kept under it, as it stands on a civil date.
 * Texts that another hash comes out of are refused, and so are those that this Makker no longer takes.
 */
export const openRulebook = (
  kept: RulebookTexts | undefined,
  hash: string,
  on: string,
): { opened: Opened } | { unusable: Unusable } => {
  if (kept === undefined) return { unusable: { why: 'rulebook-absent' } };
  const { municipality, version, text, common } = kept;
  const real = rulebookHash(text, common);
  if (real !== hash) return { unusable: { why: 'rulebook-altered', detail: `its texts have the hash ${real}` } };
  const path = `${municipality}/${version}.yaml`;
  try {
    const found = createShelf([{ path, text }], { path: 'common.yaml', text: common }).on(municipality, on);
    const source = readYaml(path, text, rulebookSchema).data;
    if ('rulebook' in found) return { opened: { rulebook: found.rulebook, source } };
    return { unusable: { why: 'rulebook-unreadable', detail: `it has no rules for ${on}` } };
  } catch (error) {
    if (!(error instanceof RulebookError)) throw error;
    return { unusable: { why: 'rulebook-unreadable', detail: error.mistakes[0] ?? error.message } };
  }
};
