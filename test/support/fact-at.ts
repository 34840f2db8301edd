import type { Inquiry } from '../../src/rulebook/judgement.ts';
import { askedOffer } from './any-inquiry.ts';

/** The record and the key that a fact's path leads to, in a copy of the inquiry. */
const placeOf = (copy: Inquiry, path: string): { holder: object; key: string } | undefined => {
  const parts = path.split('.');
  const key = parts.pop() ?? '';
  const [first, ...rest] = parts;
  if (first === 'question') return { holder: copy.question, key };
  const start = first === 'offer' ? askedOffer(copy) : copy.case;
  let holder: object | undefined = start;
  if (path.startsWith('offer.followUps.')) {
    const known = askedOffer(copy)?.followUps?.filter(({ on }) => on <= copy.today) ?? [];
    const latest = known.reduce<(typeof known)[number] | undefined>(
      (best, each) => (best === undefined || each.on >= best.on ? each : best),
      undefined,
    );
    return latest === undefined ? undefined : { holder: latest, key };
  }
  for (const part of first === 'offer' ? rest : parts) {
    if (holder === undefined) return undefined;
    const next: unknown = Reflect.get(holder, part);
    if (typeof next === 'object' && next !== null) holder = next;
    else {
      const made = {};
      Reflect.set(holder, part, made);
      holder = made;
    }
  }
  return holder && { holder, key };
};

/** The recorded value of a fact, by its path in `missing`. */
export const factAt = (inquiry: Inquiry, path: string): unknown => {
  const place = placeOf(structuredClone(inquiry), path);
  return place === undefined ? undefined : Reflect.get(place.holder, place.key);
};

/** The inquiry with a fact recorded, or with it left out. */
export const withFact = (inquiry: Inquiry, path: string, value: unknown): Inquiry => {
  const copy = structuredClone(inquiry);
  const place = placeOf(copy, path);
  if (place === undefined) return copy;
  if (value === undefined) Reflect.deleteProperty(place.holder, place.key);
  else Reflect.set(place.holder, place.key, value);
  return copy;
};
