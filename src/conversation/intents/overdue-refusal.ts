import type { CardAction } from '../../cards/views.ts';
import { formatList } from '../../format/format.ts';
import type { PersonItem } from '../../store/items.ts';
import type { Answer, Talking } from '../services.ts';
import { messageView } from '../views/message-view.ts';
import type { FoundOverdueScope } from './overdue-scope.ts';

/** The button that shows a colleague's agenda. */
export const personButton = ({ say }: Talking, { id, name }: PersonItem): CardAction => ({
  title: say('overdue.button.person', { name }),
  verb: 'show-overdue',
  data: { person: id, from: 0, by: 'date' },
  checksInputs: false,
});

/** Why an agenda is not shown, and what can be asked instead. */
export const overdueRefusal = (talking: Talking, found: Extract<FoundOverdueScope, { refused: string }>): Answer => {
  const { say, turn } = talking;
  switch (found.refused) {
    case 'role':
      return { view: messageView('✕', say('overdue.may-not-see')) };
    case 'team': {
      const teams = formatList(found.teams, turn.language, 'or');
      return {
        view: messageView('?', say('overdue.unknown-team', { team: found.team }), {
          paragraphs: [say('overdue.unknown-team-text', { teams })],
        }),
      };
    }
    case 'person':
      return {
        view: messageView('?', say('overdue.unknown-person', { name: found.person }), {
          paragraphs: [say('overdue.unknown-person-text')],
        }),
      };
    case 'several':
      return {
        view: messageView('?', say('overdue.which-person'), {
          actions: found.people.map((person) => personButton(talking, person)),
        }),
      };
  }
};
