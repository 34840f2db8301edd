/** What a Bicep file declares, as far as its structure tells: this is no compiler. */
export interface Bicep {
  params: string[];
  /** The symbols that are declared, and those that are used. */
  declared: Set<string>;
  used: Set<string>;
  /** The environment of the container: names in order, and what each is given. */
  env: { name: string; given: string }[];
}

const PAIRS: Record<string, string> = { ')': '(', ']': '[', '}': '{' };
const DECLARATION = /^(?:param|var|resource|output) (\w+)/gm;
/** A word that is neither a key, nor a member of something, nor called. */
const SYMBOL = /(?<![\w.'])([a-z]\w*)(?![\w']|\s*[:(])/g;
const SETTING = /\{ name: '(\w+)', (?:value|secretRef): (.+) \}/g;
const KEYWORDS = new Set(['param', 'var', 'resource', 'output', 'existing', 'for', 'in', 'true', 'false']);
const TYPES = new Set(['string', 'int', 'bool', 'object', 'array']);

/** The text without comments, and of strings only what is interpolated into them. */
const code = (text: string): string =>
  text
    .replaceAll(/^\s*\/\/.*$/gm, '')
    .replaceAll(/'([^'\n]*)'/g, (_whole, inner: string) =>
      [...inner.matchAll(/\$\{([^}]*)\}/g)].map(([, symbol]) => ` (${symbol}) `).join(''),
    );

/** Throws where a bracket is not closed, or closes another. */
const checkBrackets = (text: string): void => {
  const open: string[] = [];
  for (const [index, line] of text.split('\n').entries())
    for (const sign of line)
      if ('([{'.includes(sign)) open.push(sign);
      else if (sign in PAIRS && open.pop() !== PAIRS[sign])
        throw new Error(`line ${index + 1}: ${sign} closes nothing`);
  if (open.length > 0) throw new Error(`${open.join(' ')} is not closed`);
};

/** Reads the structure of a file: its declarations, and the settings it gives the container. */
export const readBicep = (text: string): Bicep => {
  const plain = code(text);
  checkBrackets(plain);
  const loops = [...plain.matchAll(/\bfor (\w+) in\b/g)].map(([, name]) => name ?? '');
  const names = [...text.matchAll(DECLARATION)].map(([, name]) => name ?? '');
  const expressions = plain
    .replaceAll(/\bfor \w+ in (\w+):/g, '$1 ')
    .replaceAll(/^(?:param|output) \w+ \w+/gm, '')
    .replaceAll(/^(?:var|resource) \w+/gm, '');
  const used = [...expressions.matchAll(SYMBOL)].map(([, name]) => name ?? '');
  return {
    params: [...text.matchAll(/^param (\w+)/gm)].map(([, name]) => name ?? ''),
    declared: new Set([...names, ...loops]),
    used: new Set(used.filter((name) => !KEYWORDS.has(name) && !TYPES.has(name))),
    env: [...text.matchAll(SETTING)].map(([, name = '', given = '']) => ({ name, given })),
  };
};
