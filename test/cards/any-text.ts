import fc from 'fast-check';
import type {
  CardInput,
  DateLine,
  DecisionView,
  DigestRow,
  DigestView,
  Line,
  MessageView,
  RequestView,
  SegmentRow,
  SegmentsView,
  TargetRow,
  TargetsView,
  Tone,
  View,
  WeekView,
} from '../../src/cards/views.ts';

const awkward = [
  '${name}',
  '${$root.headline.title}',
  '$when',
  '{{DATE(2023-05-19T10:00:00Z,SHORT)}}',
  '**fed** _kursiv_ [klik her](https://example.org)',
  '1. punkt',
  '- punkt\n- punkt',
  '"; alert(1) //',
  '<b>&amp;</b>',
  '\\',
  '😀👩‍👩‍👧',
  'שלום עולם \u202Eabc',
  '\uD83D',
  '\u0000\u0007',
  'x'.repeat(5000),
  'Kort sagt: 150485-1234',
  '{"type":"Action.Execute"}',
  'null',
  'false',
];

/** Anything a person or a provider might have written. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...awkward),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.tuple(fc.constantFrom(...awkward), fc.string({ maxLength: 20 })).map(([a, b]) => `${b} ${a} ${b}`),
);
/** The same, with something to see in it: a label, a button. */
const caption = anyText.map((text) => `Felt ${text}`);

const tone = fc.constantFrom<Tone>('good', 'attention', 'warning', 'accent', 'default');
const headline = fc.record(
  { symbol: fc.constantFrom('✓', '✕'), title: caption, tone, about: anyText },
  { requiredKeys: ['symbol', 'title', 'tone'] },
);
const said = { symbol: fc.constantFrom('✓', '?'), text: anyText, place: anyText, tone };
const line: fc.Arbitrary<Line> = fc.oneof(
  fc.record({ ...said, begins: fc.constant(true as const) }, { requiredKeys: ['symbol', 'text'] }),
  fc.record({ ...said, date: anyText, left: anyText }, { requiredKeys: ['symbol', 'text', 'date'] }),
);
const date: fc.Arbitrary<DateLine> = fc.record(
  { symbol: fc.constantFrom('!', '○'), label: anyText, date: anyText, left: anyText, tone },
  { requiredKeys: ['symbol', 'label', 'date'] },
);
const some = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(of, { maxLength: 4 });

const inputs: fc.Arbitrary<CardInput[]> = fc
  .tuple(caption, some(caption), anyText, fc.boolean())
  .map(([label, choices, id, required]): CardInput[] => [
    { id: `offers.${id}.price`, type: 'number', label, unit: label },
    { id: 'choice', type: 'choice', label, choices: choices.map((title, index) => ({ title, value: String(index) })) },
    { id: 'date', type: 'date', label },
    { id: 'text', type: 'text', label, required, error: label },
    { id: 'copied', type: 'text', label, multiline: true, value: id },
  ]);
const actions = fc
  .array(caption, { maxLength: 6 })
  .map((titles) => titles.map((title) => ({ title, verb: 'ask', data: { case: 'TST-1', version: 2 } })));
/** Ours, and as long as the longest case number makes it. */
const reference = fc.constant(`Svarets nummer: testby~${'S'.repeat(100)}~bcdfghjkmnpqrstvbcdf`);
const common = { headline, actions };

const decision: fc.Arbitrary<DecisionView> = fc.record(
  {
    ...common,
    view: fc.constant('decision'),
    reading: anyText,
    notes: some(anyText),
    findings: some(line),
    approvals: some(line),
    dates: some(date),
    todo: some(line),
    ways: some(line),
    steps: some(line),
    running: some(line),
    reminders: fc.record({ shown: some(line), more: some(line) }),
    assessment: anyText,
    inputs,
    inputsTitle: anyText,
    reference,
  },
  {
    noNullPrototype: true,
    requiredKeys: ['view', 'headline', 'actions', 'notes', 'findings', 'approvals', 'dates', 'todo', 'ways', 'inputs'],
  },
);
const message: fc.Arbitrary<MessageView> = fc.record({
  ...common,
  view: fc.constant('message'),
  paragraphs: some(anyText),
  lines: some(line),
  inputs,
});
const request: fc.Arbitrary<RequestView> = fc.record(
  {
    ...common,
    view: fc.constant('request'),
    facts: some(fc.record({ label: anyText, value: anyText })),
    findings: some(line),
    needs: some(line),
    changes: some(anyText),
    ending: anyText,
    inputs,
  },
  { requiredKeys: ['view', 'headline', 'actions', 'facts', 'findings', 'needs', 'changes', 'inputs'] },
);
const deadlines = fc.record({
  ...common,
  view: fc.constant('deadlines' as const),
  inputs,
  notes: some(anyText),
  entries: some(fc.tuple(date, anyText).map(([entry, place]) => ({ ...entry, place }))),
  findings: some(line),
  missing: some(anyText),
  reference,
});
const targetRow: fc.Arbitrary<TargetRow> = fc.record(
  {
    symbol: fc.constantFrom('✓', '◔'),
    tone,
    name: anyText,
    bar: fc.constant({ filled: '███', rest: '░' }),
    value: anyText,
    goal: anyText,
    state: anyText,
    details: some(anyText),
    place: anyText,
  },
  { requiredKeys: ['symbol', 'tone', 'name', 'goal', 'state', 'details', 'place'] },
);
const targets: fc.Arbitrary<TargetsView> = fc.record({
  ...common,
  view: fc.constant('targets' as const),
  notes: some(anyText),
  rows: some(targetRow),
});

const segmentRow: fc.Arbitrary<SegmentRow> = fc.record(
  { name: anyText, count: anyText, bar: fc.constant({ filled: '███', rest: '░' }), statement: anyText, place: anyText },
  { requiredKeys: ['name', 'count', 'statement', 'place'] },
);
const segments: fc.Arbitrary<SegmentsView> = fc.record({
  ...common,
  view: fc.constant('segments' as const),
  notes: some(anyText),
  rows: some(segmentRow),
});

const chart = fc.record({
  caption: anyText,
  bars: some(fc.record({ filled: fc.constant('███'), rest: fc.constant('░'), text: anyText })),
});
const digestRow: fc.Arbitrary<DigestRow> = fc.record(
  {
    symbol: fc.constantFrom('✓', '✕'),
    tone,
    what: anyText,
    left: anyText,
    about: anyText,
    todo: anyText,
    taken: anyText,
    rule: anyText,
  },
  { requiredKeys: ['symbol', 'tone', 'what', 'left', 'about', 'rule'] },
);
const digest: fc.Arbitrary<DigestView> = fc.record(
  {
    ...common,
    view: fc.constant('digest' as const),
    notes: some(anyText),
    counts: some(line),
    chart: some(fc.record({ day: anyText, bar: fc.constant({ filled: '███', rest: '░' }), count: anyText })),
    since: anyText,
    rows: some(digestRow),
    more: anyText,
    groups: some(fc.record({ title: anyText, lines: some(date) })).map((all) =>
      all.filter(({ lines }) => lines.length > 0),
    ),
    inputs,
  },
  { requiredKeys: ['view', 'headline', 'actions', 'notes', 'counts', 'chart', 'rows', 'groups', 'inputs'] },
);
const week: fc.Arbitrary<WeekView> = fc.record({
  ...common,
  view: fc.constant('week' as const),
  notes: some(anyText),
  sections: some(fc.record({ title: anyText, chart, lines: some(line) }, { requiredKeys: ['title', 'lines'] })),
});

/** A view of any kind with any texts in it. */
export const anyView: fc.Arbitrary<View> = fc.oneof(
  decision,
  message,
  request,
  deadlines,
  targets,
  segments,
  digest,
  week,
);
