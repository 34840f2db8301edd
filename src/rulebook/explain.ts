import type { Decision } from '../contract/decision.ts';
import type { Language } from '../contract/language.ts';
import type { Judgement, Wording } from './judgement.ts';
import { shownText, type NameOf } from './shown-text.ts';

const itself: NameOf = (person) => person;

/** A wording in a language, its places filled; what is not known is shown as a dash. */
export const worded = ({ text, values }: Wording, language: Language, nameOf: NameOf = itself): string =>
  text[language]
    .replace(/\{([^{}]+)\}/g, (_, name: string) => {
      const shown = values[name];
      return shown === undefined ? '–' : shownText(shown, language, nameOf);
    })
    .trim();

/**
 * A judgement as the contract's Decision, its texts in the language asked for. `nameOf` gives the name that stands for a
 * person's id where a text names somebody.
 */
export const explain = (judgement: Judgement, language: Language, nameOf: NameOf = itself): Decision => {
  const { latestEnd, individualAssessment, planPeriodEnded } = judgement;
  const { municipality, version, validFrom } = judgement.rulebook;
  return {
    outcome: judgement.outcome,
    findings: [...judgement.findings, ...judgement.reminders].map(({ rule, effect, text, also, source }) => ({
      rule,
      effect,
      text: [text, ...(also === undefined ? [] : [also])].map((part) => worded(part, language, nameOf)).join(' '),
      source,
    })),
    approvals: judgement.approvals,
    missing: judgement.missing,
    todo: judgement.todo.map(({ rule, text }) => ({ rule, text: worded(text, language) })),
    deadlines: judgement.deadlines.map(({ rule, name, from, due, status, caseId }) => ({
      rule,
      name: name[language],
      ...(from === undefined ? {} : { from }),
      due,
      status,
      ...(caseId === undefined ? {} : { caseId }),
    })),
    ...(latestEnd === undefined ? {} : { latestEnd }),
    alternatives: judgement.alternatives.map(({ text, rule }) => ({
      text: worded(text, language),
      ...(rule === undefined ? {} : { rule }),
    })),
    ...(individualAssessment === undefined ? {} : { individualAssessment }),
    ...(planPeriodEnded === undefined ? {} : { planPeriodEnded }),
    rulebook: { municipality, version, validFrom },
  };
};
