import { catalogueFrom } from '../intents/catalogue.ts';
import type { Answer, Talking } from '../services.ts';
import type { ClickData } from './click-data.ts';

/** "Vis flere" under a list of offers. */
export const showCatalogue = (
  talking: Talking,
  { from, tier, benefit, kinds = [], providedBy }: ClickData<'show-catalogue'>,
): Promise<Answer> =>
  catalogueFrom(talking, {
    from,
    kinds,
    ...(tier === undefined ? {} : { tier }),
    ...(benefit === undefined ? {} : { benefit }),
    ...(providedBy === undefined ? {} : { providedBy }),
  });
