import type { Cards } from './cards/render.ts';
import type { Say } from './cards/texts.ts';
import type { CardInput } from './cards/views.ts';
import type { Language } from './contract/language.ts';
import { messageView } from './conversation/views/message-view.ts';
import { formatDate } from './format/format.ts';
import type { RelayParts } from './outbox/relay.ts';

/** Why a digest does not arrive, as far as its words differ; anything else is tried again by itself. */
const DIGEST_REASONS = ['unreachable', 'refused'];

interface Needs {
  cards: Pick<Cards, 'render'>;
  say: (language: Language) => Say;
}

/** The card of a notice, in the language of whoever gets it; what is to be copied stands in fields, whole. */
export const createNoticeCard =
  ({ cards, say }: Needs): RelayParts['noticeCard'] =>
  ({ says: { text, values } }, { language = 'da' }) => {
    const words = say(language);
    const { on, ...others } = values;
    const shown = { ...others, ...(on !== undefined && { on: formatDate(on, language) }) };
    const copy = (id: string, value: string): CardInput => ({
      id,
      type: 'text',
      label: words(`notices.${id}`),
      value,
      ...(id === 'command' && { multiline: true }),
    });
    const ids = (['aadObjectId', 'tenantId'] as const).flatMap((id) => {
      const value = values[id];
      return value === undefined ? [] : [copy(id, value)];
    });
    const nameless = values['name'] === '' ? 'nameless' : 'name';
    const reason = DIGEST_REASONS.find((known) => known === values['why']) ?? 'failing';
    const view = messageView('?', words(`notices.${text}-title`), {
      tone: 'accent',
      paragraphs: [
        words(`notices.${text}-text`, shown),
        ...(text === 'stranger' ? [words(`notices.stranger-${nameless}`, shown)] : []),
        ...(text === 'digest-undeliverable' ? [words(`notices.digest-${reason}`, shown)] : []),
      ],
      inputs: [...ids, copy('command', words(`notices.${text}-command`, shown))],
    });
    return cards.render(view, language);
  };
