import { literal, markdown } from './literal.ts';
import type { Limits } from './limits.ts';
import { lineRow, section } from './row-data.ts';
import type { Say } from './texts.ts';
import type { WeekSection } from './views.ts';

const partData = ({ title, chart, lines }: WeekSection, say: Say, limits: Limits) => {
  const { text } = limits;
  const [rows = { rows: [], hasMore: false, more: '' }] = section(
    title,
    lines.map((line) => lineRow(line, limits)),
    say,
    limits,
  );
  return {
    ...rows,
    hasTitle: true,
    title: markdown(literal(title, text)),
    hasChart: chart !== undefined,
    caption: literal(chart?.caption ?? '', text),
    // The newest bars matter most, and stand last.
    bars: (chart?.bars ?? []).slice(-limits.rows).map((bar) => ({
      filled: literal(bar.filled, text),
      rest: literal(bar.rest, text),
      text: ` ${literal(bar.text, text)}`,
    })),
  };
};

/** The parts of the week's card, as many as there is room for; `more` says how many there is none for. */
export const weekData = (sections: WeekSection[], say: Say, limits: Limits): Record<string, unknown> => {
  const left = Math.max(0, sections.length - limits.rows);
  return {
    parts: sections.slice(0, limits.rows).map((part) => partData(part, say, limits)),
    hasMore: left > 0,
    more: left > 0 ? say('cards.more', { count: left }) : '',
  };
};
