import { containsCpr, idContainsCpr } from '../privacy/cpr.ts';
import { withoutUnseen } from './literal.ts';
import { isPayload, largestCard, leavesOf, sizeOf, type Leaf, type Payload } from './payload.ts';

/** What is wrong with a card, and where. */
export interface LintFinding {
  check: string;
  path: string;
  message: string;
}

const mostActions = 6;
const mostRefreshed = 60;
const inputTypes = /^Input\./;
const linkKeys = new Set(['url', 'iconUrl', 'backgroundImage', 'poster']);
const markdownLink = /(?<!\\)\]\(/;
/** Keys whose values are ids, not texts. */
const idKeys = new Set(['id', 'value', 'verb']);

const text = (value: unknown): boolean => typeof value === 'string' && value.trim() !== '';

const leafFindings = ({ path, key, value, inData }: Leaf): LintFinding[] => {
  if (typeof value === 'object' && value !== null) return none;
  const found: LintFinding[] = [];
  const add = (check: string, message: string): void => void found.push({ check, path, message });
  if (value === null || value === undefined) add('no-null', 'is null or undefined');
  if (typeof value === 'string' || typeof value === 'number') {
    if (String(value).includes('${')) add('no-template', 'has a template expression left in it');
    const hasCpr = inData || idKeys.has(key) ? idContainsCpr : containsCpr;
    // Without the breaks put into long words, or the middle of a long number would stand by itself.
    if (hasCpr(withoutUnseen(String(value)))) add('no-cpr', 'has digits in the shape of a CPR number');
    if (key === 'text' && markdownLink.test(String(value)) && !path.includes('inlines'))
      add('no-link', 'has a Markdown link');
  }
  if (linkKeys.has(key) && !String(value).startsWith('data:image/')) add('no-link', 'points out of the card');
  return found;
};

const none: LintFinding[] = [];

const elementFindings = (element: Payload, path: string): LintFinding[] => {
  const { type } = element;
  const found: LintFinding[] = [];
  const need = (holds: boolean, check: string, message: string): void => {
    if (!holds) found.push({ check, path, message });
  };
  if (typeof type !== 'string') return found;
  if (inputTypes.test(type)) {
    need(
      typeof element['id'] === 'string' && /^[!-~]+$/.test(element['id']),
      'input-id',
      'needs an id of visible ASCII',
    );
    need(text(element['label']), 'input-label', 'needs a label');
    need(
      element['isRequired'] !== true || text(element['errorMessage']),
      'input-error',
      'is required without a message',
    );
  }
  if (type === 'Image') need(text(element['altText']), 'alt-text', 'needs altText');
  if (type.startsWith('Action.')) need(text(element['title']), 'action-title', 'needs a title');
  if (type === 'Action.Execute') need(text(element['verb']), 'action-verb', 'needs a verb: Teams ignores it without');
  return found;
};

/** Ids must be unique, and no button's data may have the name of an input: the click brings them in one object. */
const idFindings = (elements: Leaf[]): LintFinding[] => {
  const ids = new Set<unknown>();
  const found: LintFinding[] = [];
  for (const { path, value } of elements) {
    if (!isPayload(value) || value['id'] === undefined) continue;
    if (ids.has(value['id'])) found.push({ check: 'unique-id', path, message: `has an id that another element has` });
    ids.add(value['id']);
  }
  for (const { path, value } of elements) {
    const data = isPayload(value) && value['type'] === 'Action.Execute' ? value['data'] : undefined;
    const shared = isPayload(data) ? Object.keys(data).filter((key) => ids.has(key)) : [];
    if (shared.length > 0)
      found.push({ check: 'data-apart', path, message: `has data named as an input: ${shared.join(', ')}` });
    // Microsoft's renderer takes the data for properties of its own button, throws, and the click is lost.
    if (isPayload(data) && 'key' in data)
      found.push({ check: 'data-key', path, message: 'has data named `key`, which the clients cannot carry' });
  }
  return found;
};

const refreshes = ({ refresh }: Payload): number =>
  isPayload(refresh) && Array.isArray(refresh['userIds']) ? refresh['userIds'].length : 0;

/** Checks a card of so many bytes before it leaves; empty when it is sound. A finding is always a mistake in a template or a view. */
export const lintCard = (card: unknown, size = sizeOf(card)): LintFinding[] => {
  if (!isPayload(card)) return [{ check: 'card', path: '$', message: 'is no object' }];
  const leaves = leavesOf(card);
  const elements = leaves.filter(({ value, inData }) => isPayload(value) && !inData);
  const actions = Array.isArray(card['actions']) ? card['actions'].length : 0;
  const root = (holds: boolean, check: string, message: string): LintFinding[] =>
    holds ? [] : [{ check, path: '$', message }];
  return [
    ...root(card['type'] === 'AdaptiveCard' && card['version'] === '1.5', 'version', 'is no Adaptive Card 1.5'),
    ...root(text(card['speak']), 'speak', 'needs speak'),
    ...root(
      refreshes(card) <= mostRefreshed,
      'refresh',
      `is refreshed for ${refreshes(card)} people, Teams takes ${mostRefreshed}`,
    ),
    ...root(actions <= mostActions, 'actions', `has ${actions} actions, Teams shows ${mostActions}`),
    ...root(size <= largestCard, 'size', `is ${size} bytes, the most is ${largestCard}`),
    ...leaves.flatMap(leafFindings),
    ...elements.flatMap(({ path, value }) => (isPayload(value) ? elementFindings(value, path) : [])),
    ...idFindings(elements),
  ];
};
