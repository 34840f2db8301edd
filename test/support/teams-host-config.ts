const colors = (strong: string, subtle: string) => ({ default: strong, subtle });

interface Palette {
  text: [strong: string, subtle: string];
  accent: string;
  good: string;
  warning: string;
  attention: string;
}
interface Theme extends Palette {
  background: string;
  emphasis: string;
  /** The backgrounds of the coloured styles, and what is written on them where it is not `text`. */
  styles: { accent: string; good: string; warning: string; attention: string };
  onStyles: { accent?: Palette['text']; others: Palette['text'] };
  line: string;
  /** Around the card; its fields, its buttons and their edges. */
  page: { behind: string; field: string; button: string; buttonText: string; edge: string; positive: string };
}

/**
 * Light and dark as in the host configurations Microsoft publishes with its renderer, which the Playground draws with
 * too; high contrast as SharePoint's community controls draw Teams'. Pale: a card that reads well in these reads well.
 */
const themes = {
  light: {
    background: '#ffffff',
    emphasis: '#f9f8f7',
    text: ['#252424', '#bf252424'],
    onStyles: { others: ['#252424', '#bf252424'] },
    accent: '#6264a7',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#c4314b',
    styles: { accent: '#c7def9', good: '#ccffcc', warning: '#ffe2b2', attention: '#ffc5b2' },
    line: '#eeeeee',
    page: {
      behind: '#f5f5f5',
      field: '#ffffff',
      button: '#ffffff',
      buttonText: '#242424',
      edge: '#8a8886',
      positive: '#5b5fc7',
    },
  },
  dark: {
    background: '#2d2c2c',
    emphasis: '#292828',
    text: ['#ffffff', '#bfffffff'],
    onStyles: { accent: ['#201f1f', '#2d2c2c'], others: ['#201f1f', '#2d2c2c'] },
    accent: '#a6a7dc',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#d74654',
    styles: { accent: '#c7def9', good: '#ccffcc', warning: '#ffe2b2', attention: '#ffc5b2' },
    line: '#6b6a6a',
    page: {
      behind: '#1f1f1f',
      field: '#201e1f',
      button: '#2d2c2c',
      buttonText: '#ffffff',
      edge: '#8b8cc7',
      positive: '#5b5fc7',
    },
  },
  contrast: {
    background: '#000000',
    emphasis: '#2f2f2f',
    text: ['#ffffff', '#d2d2d2'],
    onStyles: { others: ['#000000', '#000000'] },
    accent: '#82c7ff',
    good: '#92c353',
    warning: '#f8d22a',
    attention: '#d74553',
    styles: { accent: '#1b3345', good: '#92c353', warning: '#f8d22a', attention: '#d74553' },
    line: '#ffffff',
    page: {
      behind: '#000000',
      field: '#000000',
      button: '#000000',
      buttonText: '#ffffff',
      edge: '#ffffff',
      positive: '#1a6b1a',
    },
  },
} as const satisfies Record<string, Theme>;

export type ThemeName = keyof typeof themes;
export const themeNames = ['light', 'dark', 'contrast'] as const satisfies ThemeName[];

const style = (backgroundColor: string, { text, accent, good, warning, attention }: Palette) => ({
  backgroundColor,
  foregroundColors: {
    default: colors(...text),
    dark: colors('#252424', '#bf252424'),
    light: colors('#ffffff', '#e0e0e0'),
    accent: colors(accent, accent),
    good: colors(good, good),
    warning: colors(warning, warning),
    attention: colors(attention, attention),
  },
});

/** Sizes, spacing and colours near those of Teams, so that a picture of a card resembles what people will see. */
const hostConfig = (theme: Theme) => ({
  fontFamily: '"Segoe UI", system-ui, "DejaVu Sans", sans-serif',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: theme.line },
  supportsInteractivity: true,
  textBlock: { headingLevel: 2 },
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  containerStyles: {
    default: style(theme.background, theme),
    emphasis: style(theme.emphasis, theme),
    accent: style(theme.styles.accent, { ...theme, text: theme.onStyles.accent ?? theme.text }),
    good: style(theme.styles.good, { ...theme, text: theme.onStyles.others }),
    warning: style(theme.styles.warning, { ...theme, text: theme.onStyles.others }),
    attention: style(theme.styles.attention, { ...theme, text: theme.onStyles.others }),
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', spacing: 'small' },
  },
});

const font = '14px "Segoe UI", system-ui, "DejaVu Sans", sans-serif';
const sheet = ({ background, text: [text], page }: Theme): string => `
  body { margin: 0; background: ${page.behind}; color-scheme: ${background === '#ffffff' ? 'light' : 'dark'}; }
  #sheet { column-width: var(--frame); column-gap: 0; }
  .frame { box-sizing: border-box; padding: 12px; break-inside: avoid; }
  .frame::before { content: attr(data-name); font: ${font}; color: ${text}; }
  .card { background: ${background}; border: 1px solid ${page.edge}; border-radius: 6px; overflow: hidden; }
  .ac-input, .ac-choiceSetInput-expanded, select, input, textarea { font: ${font}; color: ${text}; }
  input.ac-input, textarea.ac-input, select.ac-input { box-sizing: border-box; width: 100%; padding: 6px 8px; border: 1px solid ${page.edge}; border-radius: 4px; background: ${page.field}; }
  .ac-multiline { height: 72px; }
  .ac-choiceSetInput-expanded label { font: ${font}; margin-left: 6px; }
  .ac-pushButton { font: 600 ${font}; padding: 6px 12px; border: 1px solid ${page.edge}; border-radius: 4px; background: ${page.button}; color: ${page.buttonText}; }
  .ac-pushButton, .ac-pushButton * { white-space: normal !important; }
  .ac-pushButton.style-positive { background: ${page.positive}; border-color: ${page.positive}; color: #fff; }
  .ac-pushButton.style-destructive { background: #c50f1f; border-color: #c50f1f; color: #fff; }
  .ac-actionSet { flex-wrap: wrap; gap: 8px; }
  .ac-actionSet > div { width: 0 !important; flex: 0 0 0 !important; display: none; }
`;

/** What Microsoft's renderer is given in a theme, and the style of the page around the cards. */
export const teamsTheme = (name: ThemeName) => ({ hostConfig: hostConfig(themes[name]), style: sheet(themes[name]) });
