import type { Language } from '../contract/language.ts';
import { digestData } from './digest-data.ts';
import { actionData, inputData } from './input-data.ts';
import type { Limits } from './limits.ts';
import { literal, markdown } from './literal.ts';
import { dateRow, lineRow, section, type Section } from './row-data.ts';
import { segmentsData } from './segment-data.ts';
import { targetsData } from './target-data.ts';
import type { Say } from './texts.ts';
import { weekData } from './week-data.ts';
import type { CardInput, Headline, Line, Reminders, View } from './views.ts';

type Data = Record<string, unknown>;

const headlineData = ({ symbol, title, tone, about }: Headline, { text }: Limits): Data => ({
  symbol: literal(symbol, text),
  title: markdown(literal(title, text)),
  style: tone === 'default' ? 'emphasis' : tone,
  hasAbout: about !== undefined,
  about: literal(about ?? '', text),
});

/** What stands for the card where it cannot be seen: read aloud (so no markup), or in a client too old for it. */
const spoken = ({ title, about }: Headline, { text }: Limits): string =>
  literal(about === undefined ? title : `${title}. ${about}`, text)
    .replace(/[<>&]/g, ' ')
    .trim();

const texts = (paragraphs: string[], say: Say, limits: Limits): { text: string }[] => {
  const left = Math.max(0, paragraphs.length - limits.rows);
  return [
    ...paragraphs.slice(0, limits.rows).map((text) => ({ text: literal(text, limits.text) })),
    ...(left > 0 ? [{ text: say('cards.more', { count: left }) }] : []),
  ];
};

const inputsData = (inputs: CardInput[], title: string, say: Say, limits: Limits): Data => ({
  hasInputs: inputs.length > 0,
  hasInputsTitle: title !== '',
  inputsTitle: markdown(literal(title, limits.text)),
  inputs: inputs.map((input) => inputData(input, say, limits)),
});

/** Whole at any limit: half an id finds nothing. */
const referenceData = ({ reference }: { reference?: string }): Data => ({
  hasReference: reference !== undefined,
  reference: literal(reference ?? ''),
});

/** The rest of the advice, hidden until it is asked for. */
const moreRemindersData = (reminders: Reminders | undefined, say: Say, limits: Limits): Data => {
  const more = reminders?.more ?? [];
  return {
    hasMoreReminders: more.length > 0,
    moreReminders: more.length === 0 ? [] : [{ rows: more.slice(0, limits.rows).map((line) => lineRow(line, limits)) }],
    moreRemindersTitle: say(reminders?.shown.length === 0 ? 'cards.hidden-reminders' : 'cards.more-reminders', {
      count: more.length,
    }),
  };
};

const own = (view: View, say: Say, limits: Limits): Data => {
  const lines = (key: string, from: Line[]): Section[] =>
    section(
      say(`cards.${key}`),
      from.map((line) => lineRow(line, limits)),
      say,
      limits,
    );
  switch (view.view) {
    case 'decision':
      return {
        hasReading: view.reading !== undefined,
        reading: literal(view.reading ?? '', limits.text),
        hasNotes: view.notes.length > 0,
        notes: texts(view.notes, say, limits),
        sections: [
          ...lines('steps', view.steps ?? []),
          ...lines('todo', view.todo),
          ...lines('approvals', view.approvals),
          ...lines('findings', view.findings),
          ...section(
            say('cards.dates'),
            view.dates.map((date) => dateRow(date, limits)),
            say,
            limits,
          ),
          ...lines('running', view.running ?? []),
          ...lines('ways', view.ways),
          ...lines('reminders', view.reminders?.shown ?? []),
        ],
        ...moreRemindersData(view.reminders, say, limits),
        hasAssessment: view.assessment !== undefined,
        assessment: literal(view.assessment ?? '', limits.text),
        assessmentTitle: markdown(say('cards.assessment')),
        ...referenceData(view),
        ...inputsData(view.inputs, view.inputsTitle ?? say('cards.inputs'), say, limits),
      };
    case 'deadlines':
      return {
        ...referenceData(view),
        hasNotes: view.notes.length > 0,
        notes: texts(view.notes, say, limits),
        sections: [
          ...section(
            '',
            view.entries.map((entry) => dateRow(entry, limits)),
            say,
            limits,
          ),
          ...lines('advice', view.findings),
          ...lines(
            'missing',
            view.missing.map((text) => ({ symbol: '?', text })),
          ),
          ...lines('reminders', view.reminders?.shown ?? []),
        ],
        ...moreRemindersData(view.reminders, say, limits),
        ...inputsData(view.inputs, say('cards.inputs'), say, limits),
      };
    case 'targets':
      return {
        hasNotes: view.notes.length > 0,
        notes: texts(view.notes, say, limits),
        ...targetsData(view.rows, say, limits),
      };
    case 'segments':
      return {
        hasNotes: view.notes.length > 0,
        notes: texts(view.notes, say, limits),
        ...segmentsData(view.rows, say, limits),
      };
    case 'week':
      return {
        hasNotes: view.notes.length > 0,
        notes: texts(view.notes, say, limits),
        ...weekData(view.sections, say, limits),
      };
    case 'digest':
      return {
        hasNotes: view.notes.length > 0,
        notes: texts(view.notes, say, limits),
        ...digestData(view, say, limits),
        ...inputsData(view.inputs, view.inputsTitle ?? '', say, limits),
      };
    case 'message':
      return {
        hasNotes: (view.notes ?? []).length > 0,
        notes: texts(view.notes ?? [], say, limits),
        paragraphs: texts(view.paragraphs, say, limits),
        sections: section(
          '',
          view.lines.map((line) => lineRow(line, limits)),
          say,
          limits,
        ),
        ...inputsData(view.inputs, '', say, limits),
      };
    case 'request':
      return {
        hasEnding: view.ending !== undefined,
        ending: literal(view.ending ?? '', limits.text),
        hasChanges: view.changes.length > 0,
        changesTitle: markdown(say('cards.changes')),
        changes: texts(view.changes, say, limits),
        hasFacts: view.facts.length > 0,
        facts: view.facts.map(({ label, value }) => ({
          label: literal(label, limits.text),
          value: literal(value, limits.text),
        })),
        sections: [...lines('needs', view.needs), ...lines('findings', view.findings)],
        ...inputsData(view.inputs, '', say, limits),
      };
  }
};

/**
 * What a view's template reads: every text literal, every key present, optional things with a boolean beside them
 * (a template prints the placeholder of a missing key).
 */
export const cardData = (view: View, language: Language, say: Say, limits: Limits): Data => ({
  lang: language,
  speak: spoken(view.headline, limits),
  headline: headlineData(view.headline, limits),
  actions: view.actions.map((action) => actionData(action, limits)),
  ...own(view, say, limits),
});
