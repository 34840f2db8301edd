import { inputId } from '../contract/input-id.ts';
import { copyable, literal, markdown } from './literal.ts';
import type { Limits } from './limits.ts';
import type { Say } from './texts.ts';
import type { CardAction, CardInput } from './views.ts';

type Scalar = string | number | boolean;

/** Up to so many choices are all shown; more fold into a list. */
const shownChoices = 4;
const lowest = 0;
const highest = 999_999;
/** Characters that can be typed into a text. */
const longestTyped = 2000;
/** Characters of a text that is there to be copied. */
const longestCopied = 20_000;

const ofType = (
  input: CardInput,
  say: Say,
  limits: Limits,
): Record<string, Scalar | { title: string; value: string }[]> => {
  switch (input.type) {
    case 'choice':
      return {
        style: input.choices.length <= shownChoices ? 'expanded' : 'compact',
        choices: input.choices.map(({ title, value }) => ({ title: literal(title, limits.text), value })),
        value: input.value ?? '',
        placeholder: say('cards.choose'),
      };
    case 'number': {
      const [min, max] = [input.min ?? lowest, input.max ?? highest];
      return { min, max, error: markdown(say('cards.number-out-of-range', { min, max })) };
    }
    case 'date':
      return { value: input.value ?? '' };
    case 'text':
      return {
        multiline: input.multiline ?? false,
        required: input.required ?? false,
        value: copyable(input.value ?? '', longestCopied),
        maxLength: input.value === undefined ? longestTyped : longestCopied,
        error: markdown(literal(input.error ?? say('cards.required'), limits.text)),
      };
  }
};

/** An input as the part `inputs` reads it. */
export const inputData = (input: CardInput, say: Say, limits: Limits): Record<string, unknown> => {
  const unit = input.type === 'number' && input.unit !== undefined ? ` (${input.unit})` : '';
  return {
    type: input.type,
    id: inputId(input.id),
    label: literal(`${input.label}${unit}`, limits.text),
    ...ofType(input, say, limits),
  };
};

/** A button as the part `actions` reads it. Its data is copied: the template would hand on the view's own object. */
export const actionData = (action: CardAction, limits: Limits): Record<string, unknown> => ({
  title: literal(action.title, limits.text),
  verb: action.verb,
  data: { ...action.data },
  style: action.style ?? 'default',
  associatedInputs: action.checksInputs === false ? 'none' : 'auto',
});
