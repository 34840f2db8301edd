import type { Language } from '../../src/contract/language.ts';
import type { ThemeName } from '../support/teams-host-config.ts';
import type { Family } from './scenes.ts';

/** A picture with all cards of a family. */
export interface Sheet {
  family: Family;
  language: Language;
  theme: ThemeName;
  width: number;
  file: string;
  /** The names of the cards on it, in their order. */
  cards: string[];
}

/** By what the pictures were made, and when. */
export interface Made {
  renderer: string;
  axe: string;
  on: string;
  /** Cards times themes times widths. */
  shown: number;
  findings: number;
}

const titles: Record<Family, string> = {
  answers: 'Answers',
  deadlines: 'Deadlines',
  requests: 'Requests for approval',
  talk: 'Talk, rules, offers and notes',
  meetings: 'Meetings',
  figures: 'Targets, groups and the week',
  lists: 'What is urgent, and the team’s overview',
  notices: 'What Makker says of itself',
};
const themes: Record<ThemeName, string> = { light: 'light', dark: 'dark', contrast: 'high contrast' };
const languages: Record<Language, string> = { da: 'Danish', en: 'English' };

/** docs/gallery.md. */
export const indexPage = (sheets: Sheet[], { renderer, axe, on, shown, findings }: Made): string => {
  const families = [...new Set(sheets.map(({ family }) => family))];
  return [
    '# The cards as people see them',
    '',
    `Made by \`npm run gallery\` on ${on} with Microsoft's renderer (adaptivecards ${renderer}) in Teams' light, dark and`,
    `high contrast colours, at the width of a phone (360) and of a desktop (700), in Danish and English: ${shown} cards`,
    `looked at. Each is checked for being cut, with the card lint and with axe-core ${axe}; symbols and bars must have a`,
    `contrast of 3. Findings: ${findings}. The citizens and the staff are invented.`,
    ...families.flatMap((family) => {
      const own = sheets.filter((sheet) => sheet.family === family);
      return [
        '',
        `## ${titles[family]}`,
        '',
        ...[...new Set(own.flatMap(({ cards }) => cards))].map((name) => `- ${name}`),
        '',
        ...own.map(
          ({ file, language, theme, width }) =>
            `- [${languages[language]}, ${themes[theme]}, ${width} pixels](gallery/${file})`,
        ),
      ];
    }),
    '',
  ].join('\n');
};
