import type { FactValue } from '../../cases/record-facts.ts';
import { civilDate } from '../../contract/case.ts';
import { dateBounds } from './date-bounds.ts';
import type { FactType } from './fact-inputs.ts';

/** A value taken from a card, `empty` when the input was left blank, `wrong` when the fact cannot have that value. */
export type Coerced = { value: FactValue } | 'empty' | 'wrong';

/** "1.850,50", "1850,5" and "1850.5" alike: a point followed by three digits groups thousands, as Danes write them. */
const readNumber = (raw: string): number => {
  const text = raw.replaceAll(/\s/g, '');
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'));
  return /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN;
};

const asNumber = (raw: unknown, min: number, max: number, whole: boolean): Coerced => {
  const value = typeof raw === 'number' ? raw : typeof raw === 'string' ? readNumber(raw) : Number.NaN;
  return value >= min && value <= max && (!whole || Number.isInteger(value)) ? { value } : 'wrong';
};

const asBoolean = (raw: unknown): Coerced => {
  if (raw === true || raw === 'true') return { value: true };
  return raw === false || raw === 'false' ? { value: false } : 'wrong';
};

const asDate = (raw: unknown, { from, to }: { from: string; to: string }): Coerced => {
  const date = civilDate.safeParse(raw);
  return date.success && date.data >= from && date.data <= to ? { value: date.data } : 'wrong';
};

/** A card's value as the fact's type, on the day it is given. Cards send nearly everything as text. */
export const coerceFact = (fact: FactType, raw: unknown, today: string): Coerced => {
  const given = typeof raw === 'string' ? raw.trim() : raw;
  if (given === '' || given === undefined || given === null) return 'empty';
  switch (fact.type) {
    case 'boolean':
      return asBoolean(given);
    case 'number':
      return asNumber(given, fact.min, fact.max, fact.unit === 'days');
    case 'date':
      return asDate(given, dateBounds(fact, today));
    case 'text':
      return typeof given === 'string' && given.length <= fact.max ? { value: given } : 'wrong';
    case 'choice':
      return typeof given === 'string' && fact.of.includes(given) ? { value: given } : 'wrong';
  }
};
