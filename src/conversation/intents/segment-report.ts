import { countSegments } from '../../cases/segment-counts.ts';
import { folded } from '../../cases/name-keys.ts';
import type { Segment } from '../../rulebook/compile.ts';
import type { Answer, Handler, Talking } from '../services.ts';
import { formatList } from '../../format/format.ts';
import { wordingOf } from '../views/case-line.ts';
import { messageView } from '../views/message-view.ts';
import { segmentsView } from '../views/segments-view.ts';
import { withRulebook } from './rules-of-today.ts';
import { type FoundScope, segmentScope } from './segment-scope.ts';

const refusal = ({ say, turn }: Talking, found: Extract<FoundScope, { refused: string }>): Answer => {
  if (found.refused === 'role') return { view: messageView('✕', say('segments.may-not-see')) };
  const teams = formatList(found.teams, turn.language, 'or');
  return {
    view: messageView('?', say('segments.unknown-team', { team: found.team }), {
      paragraphs: [say('segments.unknown-team-text', { teams })],
    }),
  };
};

/** The one group a sentence speaks of; its last letter may be another ("langtidsforsørgede"). */
const groupIn = (text: string, segments: readonly Segment[]): Segment | undefined => {
  const sentence = folded(text);
  const named = segments.filter(({ name }) =>
    Object.values(name).some((word) => sentence.includes(folded(word).slice(0, -1))),
  );
  return named.length === 1 ? named[0] : undefined;
};

/** "Hvor mange er i risiko?": the open cases by the plan's groups, as far as the asker may know. */
export const segmentReport: Handler = (talking, { entities }) =>
  withRulebook(talking, async (rulebook) => {
    const { say, services, turn, personal } = talking;
    const talk = { lastIntent: 'segment-report' };
    if (rulebook.segments.length === 0) {
      const text = say('segments.none-text', { document: rulebook.document });
      return { view: messageView('i', say('segments.none'), { paragraphs: [text] }), talk };
    }
    const scope = await segmentScope(talking, entities);
    if ('refused' in scope) return refusal(talking, scope);
    const { benefit, date, period } = entities;
    const counts = await countSegments(
      services.store,
      rulebook,
      scope.queries,
      turn.today,
      (record) => benefit === undefined || record.benefit.type === benefit,
    );
    const group = groupIn(talking.text, rulebook.segments);
    const asked = {
      scope,
      otherDay: period !== undefined || (date !== undefined && date !== turn.today),
      // Whoever has the cases knows the people; where others read along they do not.
      mayPoint: scope.of === 'mine' && personal,
      ...(benefit === undefined ? {} : { benefit }),
      ...(group === undefined ? {} : { group: group.rule }),
    };
    return { view: segmentsView(counts, rulebook, asked, wordingOf(talking)), talk };
  });
