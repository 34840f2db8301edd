import { literal, markdown } from './literal.ts';
import type { Limits } from './limits.ts';
import { dateRow, lineRow, section } from './row-data.ts';
import type { Say } from './texts.ts';
import { tint } from './tint.ts';
import type { DigestRow, DigestView } from './views.ts';

const rowData = ({ symbol, tone, what, left, about, todo, taken, rule }: DigestRow, { text }: Limits) => ({
  symbol: literal(symbol, text),
  color: tint(tone),
  what: literal(what, text),
  left: literal(left, text),
  about: ` · ${literal(about, text)}`,
  hasTodo: todo !== undefined,
  todo: literal(todo ?? '', text),
  hasTaken: taken !== undefined,
  taken: literal(taken ?? '', text),
  rule: ` · ${literal(rule, text)}`,
});

const chartData = (chart: DigestView['chart'], say: Say) =>
  chart.length === 0
    ? []
    : [
        {
          title: markdown(say('digest.chart')),
          days: chart.map(({ day, bar, count }) => ({ day: literal(day), ...bar, count: literal(count) })),
        },
      ];

/** What is a digest's own; of the worst ones, and of each group, as many as there is room for. */
export const digestData = (
  { counts, chart, since, rows, more, groups }: DigestView,
  say: Say,
  limits: Limits,
): Record<string, unknown> => {
  const left = Math.max(0, rows.length - limits.rows);
  const besides = [...(left > 0 ? [say('cards.more', { count: left })] : []), ...(more === undefined ? [] : [more])];
  const countRows = counts.map((line) => lineRow(line, limits));
  return {
    sections: [
      ...section('', countRows, say, limits),
      ...groups.flatMap(({ title, lines }) => {
        const dates = lines.map((line) => dateRow(line, limits));
        return section(title, dates, say, limits);
      }),
    ],
    charts: chartData(chart, say),
    hasSince: since !== undefined,
    since: literal(since ?? '', limits.text),
    hasRows: rows.length > 0,
    rowsTitle: markdown(say('digest.worst')),
    digestRows: rows.slice(0, limits.rows).map((row) => rowData(row, limits)),
    hasMore: besides.length > 0,
    more: literal(besides.join(' '), limits.text),
  };
};
