import { withoutUnseen } from './literal.ts';
import { isPayload, type Payload } from './payload.ts';

const children = (element: Payload, key: string): Payload[] => {
  const list = element[key];
  return Array.isArray(list) ? list.filter(isPayload) : [];
};

const string = (element: Payload, key: string): string => (typeof element[key] === 'string' ? element[key] : '');

const unescaped = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

const inputLine = (input: Payload): string => {
  const label = `${string(input, 'label')}${input['isRequired'] === true ? ' *' : ''}`;
  const choices = children(input, 'choices').map((choice) => string(choice, 'title'));
  const filled = string(input, 'value');
  if (input['type'] === 'Input.Text' && filled !== '') return `› ${label}\n${filled}`;
  return `› ${label} ${choices.length > 0 ? `( ${choices.join(' / ')} )` : '____'}`;
};

/** Columns side by side: a symbol before its text, or a label before its value. */
const columnLines = (set: Payload): string[] => {
  const [first = [], ...others] = children(set, 'columns').map(bodyLines);
  const head = first.join(' ');
  const [line = '', ...rest] = others.flat();
  const isSymbol = string(children(set, 'columns')[0] ?? {}, 'width').endsWith('px');
  return [`${head}${isSymbol ? '' : ':'} ${line}`, ...rest.map((text) => `  ${text}`)];
};

const lines = (element: Payload): string[] => {
  const type = string(element, 'type');
  if (type.startsWith('Input.')) return [inputLine(element)];
  switch (type) {
    case 'TextBlock':
      return [unescaped(string(element, 'text'))];
    case 'RichTextBlock':
      return [
        children(element, 'inlines')
          .map((run) => string(run, 'text'))
          .join(''),
      ];
    case 'ColumnSet':
      return columnLines(element);
    default:
      return bodyLines(element);
  }
};

const bodyLines = (element: Payload): string[] =>
  [...children(element, 'body'), ...children(element, 'items')].flatMap((child) => {
    const setApart = ['Medium', 'Large'].includes(string(child, 'spacing'));
    return setApart ? ['', ...lines(child)] : lines(child);
  });

/** A rendered card as text for the command line: what it says, what it asks (`›`) and its buttons (`[…]`). */
export const plainText = (card: Record<string, unknown>): string => {
  const buttons = children(card, 'actions').map((action) => `[${string(action, 'title')}]`);
  return withoutUnseen([...bodyLines(card), ...(buttons.length > 0 ? ['', buttons.join('  ')] : [])].join('\n').trim());
};
