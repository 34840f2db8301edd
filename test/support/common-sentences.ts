/** The sentences above any rule, as short as can be, for tests of rulebooks that are written in the test. */
export const commonSentences = {
  path: 'common.yaml',
  text: `allowed: { da: Ja, en: 'Yes' }
silent: { da: Tavs, en: Silent }
deviates: { da: Fraviger, en: Deviates }
declined: { da: Nej, en: 'No' }
abolished: []
`,
};
