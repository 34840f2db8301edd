import { closingDaysBy } from './agenda/closing-days.ts';
import { shownOf } from './agenda/digest.ts';
import { readDigest } from './agenda/read-digest.ts';
import { planNote } from './conversation/views/plan-note.ts';
import { requestSurroundings } from './conversation/request-card.ts';
import type { Services } from './conversation/services.ts';
import { ownListView } from './conversation/views/own-list-view.ts';
import { waitingFor } from './conversation/waiting-requests.ts';
import type { MakePersonalDigest } from './digest-card.ts';
import { withRolesOn } from './people/active.ts';
import { may, reachOf } from './people/policy.ts';

export type OwnListNeeds = Pick<Services, 'directory' | 'judge' | 'say' | 'shelf' | 'store'>;

/** A person's own list for the relay, by the roles they hold on the day; nothing for somebody who sees no cases any more. */
export const createOwnList =
  (services: OwnListNeeds): MakePersonalDigest =>
  async ({ municipality, to, day }, person, notes) => {
    const { shelf, store } = services;
    const digest = await readDigest({ store, closingDaysOf: closingDaysBy(shelf) }, municipality, to, day);
    const around = await requestSurroundings(services, municipality, day);
    const reader = withRolesOn(person, around.staff, day);
    if (reader.roles.every(({ role }) => reachOf(role, 'see-case') === 'none'))
      return { cases: [], shown: shownOf(digest) };
    const worst = digest.worst.filter(({ about, item }) =>
      may(reader, about === 'case' ? 'see-case' : 'see-matter', item, day),
    );
    const { language = 'da' } = person;
    const wording = { say: services.say(language), language, today: day };
    const found = shelf.on(municipality, day);
    const rulebook = 'rulebook' in found ? found.rulebook : undefined;
    const ended = rulebook !== undefined && day > rulebook.validTo ? rulebook.validTo : undefined;
    const view = ownListView(
      {
        digest: { ...digest, worst },
        name: person.name,
        hasTeam: reader.roles.some(({ team }) =>
          may(reader, 'see-team-deadlines', { municipality, ...(team !== undefined && { team }) }, day),
        ),
        waiting: (await waitingFor(store, around, reader)).length,
        notes: [...notes, ...planNote(ended, wording)],
        reader: person.id,
        staff: around.staff,
        rules: rulebook?.rules ?? [],
        catalogue: around.catalogue,
      },
      wording,
    );
    const cases = [...new Set(worst.flatMap(({ about, item }) => (about === 'case' ? [item.id] : [])))];
    return { view, cases, shown: shownOf(digest) };
  };
