import type { OfferKind, QuestionKind } from '../contract/vocabulary.ts';
import type { Duration } from './calendar.ts';
import type { Clause } from './compile-clause.ts';
import type { DeadlineClause } from './compile-deadline.ts';
import type { Reminder } from './compile-reminder.ts';
import type { Expression } from './language/scope.ts';

/** All that a rulebook says to one question about one kind of offer. */
export interface Chapter {
  clauses: Clause[];
  /** The last end date the rules could allow. */
  latestEnd?: Expression;
  /** The last day on which a request for the answer makes sense. */
  requestExpires?: Expression;
  /** Advice that concerns the answer, most relevant first. */
  reminders: Reminder[];
  /** The clocks that the answer touches. */
  touched: DeadlineClause[];
  /** The lengths of time its rules read: where dates decide, they decide this far from one another. */
  durations: Map<string, Duration>;
}

/** The chapters of a rulebook, by question and kind of offer; made as rules name them. */
export class Chapters {
  readonly #chapters = new Map<QuestionKind, Map<OfferKind | undefined, Chapter>>();

  at(question: QuestionKind, kind?: OfferKind): Chapter {
    let ofQuestion = this.#chapters.get(question);
    if (ofQuestion === undefined) this.#chapters.set(question, (ofQuestion = new Map()));
    let chapter = ofQuestion.get(kind);
    if (chapter === undefined)
      ofQuestion.set(kind, (chapter = { clauses: [], reminders: [], touched: [], durations: new Map() }));
    return chapter;
  }

  /** The chapters of some questions about some kinds; questions that are about no offer have one each. */
  each(questions: readonly QuestionKind[], kinds: readonly OfferKind[]): Chapter[] {
    return questions.flatMap((question) =>
      isAboutOffer(question) ? kinds.map((kind) => this.at(question, kind)) : [this.at(question)],
    );
  }
}

/** Whether a question is about one of a case's offers, or one to come. */
export const isAboutOffer = (question: QuestionKind): boolean => question !== 'deadlines' && question !== 'next-step';
