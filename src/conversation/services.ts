import type { CatalogueItem } from '../contract/case.ts';
import type { Language } from '../contract/language.ts';
import type { Say } from '../cards/texts.ts';
import type { View } from '../cards/views.ts';
import type { Cases } from '../cases/case-store.ts';
import type { AccessLog } from '../access/access-log.ts';
import type { Judge } from '../cases/judge.ts';
import type { Matters } from '../cases/matter-store.ts';
import type { Log } from '../log.ts';
import type { Directory } from '../people/directory.ts';
import type { Receipts } from '../receipts/receipts.ts';
import type { Requests } from '../requests/requests.ts';
import type { Shelf } from '../rulebook/shelf.ts';
import type { Store } from '../store/port.ts';
import type { Turn } from './assistant.ts';
import type { Asked, Talk } from './talk.ts';

/** What the conversation is built on; each is given in. */
export interface Services {
  access: Pick<AccessLog, 'answering'>;
  cases: Pick<Cases, 'read' | 'change'>;
  matters: Pick<Matters, 'read' | 'change'>;
  directory: Pick<Directory, 'staff' | 'eligible' | 'speak'>;
  receipts: Pick<Receipts, 'record' | 'read'>;
  requests: Pick<Requests, 'ask' | 'answer' | 'withdraw'>;
  shelf: Pick<Shelf, 'on'>;
  store: Pick<Store, 'read' | 'create' | 'replace' | 'findCases' | 'findMatters' | 'findNames' | 'list'>;
  judge: Judge;
  log: Pick<Log, 'problem'>;
  say: (language: Language) => Say;
  /** A fresh unique id. */
  ids: () => string;
  /** Tells the relay that there may be something to send. */
  poke: () => void;
}

/** One turn as the handlers see it: who asks, what was settled before, and what they work with. */
export interface Talking {
  services: Services;
  turn: Turn;
  say: Say;
  talk: Talk;
  catalogue: CatalogueItem[];
  /** What was typed, empty for a click; kept nowhere. */
  text: string;
  /** True in the person's own chat: only there names and the facts of a case are shown. */
  personal: boolean;
}

/** What the talk carries on from here; `null` forgets. */
export type TalkChange = { [K in keyof Omit<Talk, 'id' | 'municipality' | 'on'>]?: Talk[K] | null };

/** What a handler answers with. */
export interface Answer {
  view: View;
  talk?: TalkChange;
  /** Where others read along: there is more of it for the own chat. What is about a case says so by its talk. */
  withheld?: true;
  /** The number or name of whom nothing is found that the asker may see; in the answer it is only their own word. */
  notFound?: string;
}

export type Handler = (talking: Talking, asked: Asked) => Promise<Answer>;
