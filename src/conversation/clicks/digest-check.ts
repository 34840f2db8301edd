import type { EntryKey } from '../../agenda/digest-job.ts';
import { keyOf } from '../../agenda/open-due.ts';
import type { CardAction, CardInput, Line, MessageView } from '../../cards/views.ts';
import type { EventType } from '../../contract/vocabulary.ts';
import { formatWeekday } from '../../format/format.ts';
import { digestWords } from '../digest/present-digest.ts';
import type { Talking } from '../services.ts';
import { wordingOf } from '../views/case-line.ts';
import { messageView } from '../views/message-view.ts';
import type { DigestPlace } from './digest-place.ts';

/** What is about to be recorded: on which day, and one of these events; for an enquiry that it was answered. */
interface Checked {
  key: EntryKey;
  on: string;
  types: EventType[];
}

/** "Tilbage til overblikket". */
export const backButton = ({ say }: Talking, { job }: DigestPlace): CardAction => ({
  title: say('digest.button.back'),
  verb: 'digest-show',
  data: { digest: job.id },
  checksInputs: false,
});

const eventLine = ({ say, turn }: Talking, { types: [type, ...others], on }: Checked): Line[] => {
  const date = formatWeekday(on, turn.language);
  if (type === undefined) return [{ symbol: '→', text: say('digest.check.answered', { date }) }];
  return others.length > 0
    ? [{ symbol: '→', text: date }]
    : [{ symbol: '→', text: say('digest.check.event', { event: say(`events.type.${type}`), date }) }];
};

const typeInput = ({ say }: Talking, { types }: Checked): CardInput[] =>
  types.length < 2
    ? []
    : [
        {
          id: 'type',
          type: 'choice',
          label: say('digest.check.which'),
          choices: types.map((type) => ({ title: say(`events.type.${type}`), value: type })),
        },
      ];

/** What will be recorded, before it is. Where several events would settle the entry, which one is chosen here. */
export const doneCheck = async (talking: Talking, place: DigestPlace, checked: Checked): Promise<MessageView> => {
  const { say, services } = talking;
  const { whatOf } = await digestWords(services, place.team, wordingOf(talking));
  const { key, on, types } = checked;
  const [type, ...others] = types;
  const one = type !== undefined && others.length === 0 ? { type } : {};
  return messageView('?', say('digest.check.title'), {
    about: key.id,
    paragraphs: [say('digest.check.entry', { what: whatOf(key.rule) }), say('digest.check.nothing-yet')],
    lines: eventLine(talking, checked),
    inputs: typeInput(talking, checked),
    actions: [
      {
        title: say('digest.button.record'),
        verb: 'digest-record',
        data: { digest: place.job.id, open: keyOf(key), on, ...one },
        style: 'positive',
      },
      backButton(talking, place),
    ],
  });
};
