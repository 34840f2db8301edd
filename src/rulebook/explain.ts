import type { Decision } from '../contract/decision.ts';
import type { Language } from '../contract/language.ts';
import { formatDate } from '../format/format.ts';
import type { Judgement, Said, Wording } from './judgement.ts';
import { shownText } from './shown-text.ts';

/** A wording in a language, its places filled; what is not known is shown as a dash. */
export const worded = ({ text, values }: Wording, language: Language): string =>
  text[language].replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const shown = values[name];
    return shown === undefined ? '–' : shownText(shown, language);
  });

/** Says that the answer deviates from the plan, and on whose assessment. */
const deviation = (
  { says, by, on }: NonNullable<Said['exception']>,
  language: Language,
  nameOf: (person: string) => string,
): string => says[language].replace('{by}', nameOf(by)).replace('{on}', formatDate(on, language));

/**
 * A judgement as the contract's Decision, its texts in the language asked for. `nameOf` gives the name that stands for a
 * person's id where a text names somebody.
 */
export const explain = (
  judgement: Judgement,
  language: Language,
  nameOf: (person: string) => string = (person) => person,
): Decision => {
  const { latestEnd, individualAssessment, planPeriodEnded } = judgement;
  const { municipality, version, validFrom } = judgement.rulebook;
  return {
    outcome: judgement.outcome,
    findings: judgement.findings.map(({ rule, effect, text, source, exception }) => {
      const sentence = worded(text, language);
      return {
        rule,
        effect,
        text: exception === undefined ? sentence : `${sentence} ${deviation(exception, language, nameOf)}`,
        source,
      };
    }),
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
