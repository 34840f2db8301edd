import { asking as table } from './vocabulary/asking.ts';

/** The concepts that tell how something is asked, not what about. */
export const asking: ReadonlySet<string> = new Set([...Object.keys(table.da), ...Object.keys(table.en)]);

const plainTags = new Set([
  ...asking,
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
