import { asking } from './vocabulary/asking.ts';

const plainTags = new Set([
  ...Object.keys(asking.da),
  ...Object.keys(asking.en),
  'short',
  'question',
  'scope',
  'mine',
  'past',
  'lone',
  'date',
  'period',
  'number',
  'more-word',
  'greeting',
  'makker',
  'please',
  'did',
  'number',
  'indefinite',
  'concrete',
  'price-word',
  'in-a-row',
  'hours-word',
  'age',
  'agreed',
  'hours',
  'write',
  'do-word',
  'praise',
]);

/** Whether anything in the marks of a sentence belongs to the field rather than to how it is asked. */
export const speaksOfTheField = (tags: ReadonlySet<string>): boolean => {
  for (const tag of tags) if (!tag.startsWith('first:') && !plainTags.has(tag)) return true;
  return false;
};
