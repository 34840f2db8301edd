const color = (strong: string, subtle: string) => ({ default: strong, subtle });

/** Foregrounds that read well on a style's background, as in Teams' light theme. */
const foreground = {
  default: color('#242424', '#616161'),
  dark: color('#242424', '#616161'),
  light: color('#ffffff', '#e0e0e0'),
  accent: color('#4f52b2', '#5b5fc7'),
  good: color('#0e700e', '#107c10'),
  warning: color('#8a3707', '#a74109'),
  attention: color('#b10e1c', '#c4314b'),
};
const on = (backgroundColor: string) => ({ backgroundColor, foregroundColors: foreground });

/** Sizes, spacing and colours near those of Teams, so that a picture of a card resembles what people will see. */
export const teamsHostConfig = {
  fontFamily: '"Segoe UI", system-ui, "DejaVu Sans", sans-serif',
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  spacing: { small: 8, default: 12, medium: 16, large: 20, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: '#e0e0e0' },
  supportsInteractivity: true,
  actions: {
    maxActions: 6,
    spacing: 'default',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
  },
  containerStyles: {
    default: on('#ffffff'),
    emphasis: on('#f5f5f5'),
    accent: on('#e8ebfa'),
    good: on('#f1faf1'),
    warning: on('#fff9f5'),
    attention: on('#fdf3f4'),
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', spacing: 'small' },
  },
};
