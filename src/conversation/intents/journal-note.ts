import type { CaseItem } from '../../cases/case-item.ts';
import type { MessageView } from '../../cards/views.ts';
import { judgedAgain } from '../../receipts/judged-again.ts';
import type { Receipt, ReceiptFacts } from '../../receipts/receipt.ts';
import type { ApprovalRequest } from '../../requests/request.ts';
import { isRequestQuestion, pinned, sameQuestion } from '../../requests/request-question.ts';
import { explain } from '../../rulebook/explain.ts';
import type { Judgement } from '../../rulebook/judgement.ts';
import { mayWith } from '../access.ts';
import { mayNotAsk } from '../answer-question.ts';
import { namesOf } from '../names-of.ts';
import { resolveCase } from '../resolve/resolve-case.ts';
import type { Answer, Handler, Talking } from '../services.ts';
import { caseLine, wordingOf } from '../views/case-line.ts';
import { type Noted, journalNote as noteText } from '../views/journal-note.ts';
import { messageView } from '../views/message-view.ts';
import { readingOf } from './common.ts';
import { caseButtons } from './show-case.ts';

const refusal = ({ say }: Talking, why: 'own-chat' | 'supposed' | 'lost'): Answer => ({
  view: messageView('!', say(`note.${why}.title`), { paragraphs: [say(`note.${why}.text`)] }),
});

const nothingToNote = (talking: Talking, item: CaseItem): Answer => ({
  view: messageView('?', talking.say('note.nothing.title'), {
    paragraphs: [talking.say('note.nothing.text', { case: item.id })],
    actions: caseButtons(talking, item),
  }),
  talk: { caseId: item.id },
});

const lastDecided = ({ requests }: CaseItem): ApprovalRequest | undefined =>
  requests
    .filter(({ state }) => state === 'approved' || state === 'rejected')
    .toSorted((a, b) => ((a.ended?.at ?? '') < (b.ended?.at ?? '') ? -1 : 1))
    .at(-1);

/** The decision of this talk if it was about this case, else the one of the case's last decided request. */
const decisionToNote = async (
  { services, talk }: Talking,
  item: CaseItem,
): Promise<{ receipt: Receipt; facts?: ReceiptFacts } | undefined> => {
  const ids = [talk.decisionId, lastDecided(item)?.decisionId];
  for (const id of ids) {
    const found = id === undefined ? undefined : await services.receipts.read(item.municipality, id);
    if (found?.receipt.caseId === item.id) return found;
  }
  return undefined;
};

/** The request that the decision led to: the one put on it, else the newest about the same thing. */
const requestOf = ({ requests }: CaseItem, decisionId: string, judged: Judgement): ApprovalRequest | undefined => {
  const { question } = judged.inquiry;
  if (!isRequestQuestion(question)) return undefined;
  const asked = pinned(question, judged);
  return (
    requests.findLast((request) => request.decisionId === decisionId) ??
    requests.findLast((request) => sameQuestion(request.question, asked))
  );
};

/** Where the rules of the answer stand; a rulebook that is not in use any more has only its answer's findings. */
const sourcesOf = ({ services }: Talking, { municipality, today, rulebook }: Receipt): Noted['sources'] => {
  const found = services.shelf.on(municipality, today);
  const same = 'rulebook' in found && found.rulebook.hash === rulebook.hash;
  return new Map(same ? found.rulebook.rules.map(({ id, source }) => [id, source]) : []);
};

const noteView = (talking: Talking, item: CaseItem, reading: string[], note: string): MessageView =>
  messageView('✓', talking.say('note.title'), {
    about: caseLine(talking, item),
    paragraphs: [...reading, talking.say('note.copy')],
    inputs: [{ id: 'note', type: 'text', label: talking.say('note.label'), multiline: true, value: note }],
  });

/** "Lav et journalnotat om svaret": the answer as it was given, ready to paste into the case file. Nothing is stored. */
export const journalNote: Handler = async (talking, asked) => {
  if (!talking.personal) return refusal(talking, 'own-chat');
  const resolved = await resolveCase(talking, asked);
  if ('answer' in resolved) return resolved.answer;
  const { item } = resolved;
  if (!mayWith(talking, 'ask-about-case', item)) return mayNotAsk(talking, item);
  const found = await decisionToNote(talking, item);
  if (found === undefined) return nothingToNote(talking, item);
  const { receipt, facts } = found;
  if (talking.talk.supposed?.decisionId === receipt.id) return refusal(talking, 'supposed');
  const judged = facts === undefined ? undefined : await judgedAgain(talking.services, receipt, facts);
  if (facts === undefined || judged === undefined) return refusal(talking, 'lost');
  const staff = await talking.services.directory.staff(item.municipality);
  const request = requestOf(item, receipt.id, judged);
  const noted: Noted = {
    caseId: item.id,
    citizen: item.record.citizen.name,
    receipt,
    facts,
    decision: explain({ ...judged, reminders: [] }, talking.turn.language, namesOf(staff)),
    sources: sourcesOf(talking, receipt),
    assumed: facts.assumed ?? [],
    ...(request === undefined ? {} : { request }),
    staff,
  };
  const note = noteText(noted, wordingOf(talking));
  return {
    view: noteView(talking, item, readingOf(talking, asked, resolved), note),
    talk: { lastIntent: 'journal-note', caseId: item.id, asked: null, pending: null },
  };
};
