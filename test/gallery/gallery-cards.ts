import { join } from 'node:path';
import { lintCard } from '../../src/cards/lint.ts';
import { createCards } from '../../src/cards/render.ts';
import type { Language } from '../../src/contract/language.ts';
import type { NamedCard } from '../support/card-page.ts';
import { sampleViews } from '../support/sample-views.ts';
import { type Family, type Shown, playScenes } from './scenes.ts';

/** Where in the gallery each sample stands: none can be added without a place. */
const familyOf: Record<keyof typeof sampleViews, Family> = {
  needsApproval: 'answers',
  denied: 'answers',
  needsInfo: 'answers',
  nextStep: 'answers',
  deadlines: 'deadlines',
  openRequest: 'requests',
  endedRequest: 'requests',
  choice: 'talk',
  happened: 'talk',
  journalNote: 'talk',
  strangerNote: 'talk',
  awkward: 'talk',
  agenda: 'meetings',
  minutes: 'meetings',
  targets: 'figures',
  segments: 'figures',
  week: 'figures',
  digestCard: 'lists',
  digestList: 'lists',
  quietDigest: 'lists',
};

const samples = (): Shown[] =>
  Object.entries(sampleViews).map(([name, view]) => ({
    family: familyOf[name as keyof typeof sampleViews],
    name: `sample: ${name}`,
    view,
  }));

/** All that the gallery shows in a language: what comes back in talks, and in Danish the samples of the tests. */
export const galleryViews = async (language: Language): Promise<Shown[]> => [
  ...(await playScenes(language)),
  ...(language === 'da' ? samples() : []),
];

const cards = createCards(join(import.meta.dirname, '../../cards'));

/** A view's card as it leaves; rendering throws for one that must not. */
export const galleryCard = ({ name, view }: Shown, language: Language): NamedCard => {
  const { card } = cards.render(view, language);
  const findings = lintCard(card);
  if (findings.length > 0) throw new Error(`${name}: ${JSON.stringify(findings)}`);
  return { name, card };
};
