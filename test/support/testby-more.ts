/** More rules for Testby: an order of means, a deadline, two groups and the clock of an enquiry. */
export const orderOfMeans = `
  - id: TST-10
    statement: { da: Job kommer før praktik., en: A job comes before an internship. }
    source: { section: Rækkefølge, line: 30 }
    questions: [next-step]
    clauses:
      - { effect: suggests, when: true, says: { da: "Først: et job.", en: "First: a job." } }
      - { effect: suggests, when: true, says: { da: "Dernæst: praktik.", en: "Then: an internship." } }
`;

export const quarterlyInterview = `
  - id: TST-11
    statement: { da: Der er en samtale hver tredje måned., en: There is an interview every three months. }
    source: { section: Samtaler, line: 31 }
    deadline:
      name: { da: Samtale, en: Interview }
      when: true
      due: { date: $benefit.since, plus: 3 months }
      met: { exists: events, where: { fact: its.type, is: interview } }
`;

export const groups = `
  - id: TST-20
    statement: { da: Nye borgere har fået ydelse siden marts 2026., en: New citizens have had a benefit since March 2026. }
    source: { section: Grupper, line: 40 }
    segment:
      name: { da: nye borgere, en: new citizens }
      when: { fact: benefit.since, onOrAfter: 2026-03-01 }
  - id: TST-21
    statement: { da: Jobklare er jobparate., en: Those ready for a job are jobparate. }
    source: { section: Grupper, line: 41 }
    segment:
      name: { da: jobklare, en: ready for a job }
      when: { fact: readiness.category, is: jobparat }
`;

export const enquiries = `
  - id: TST-30
    statement: { da: En virksomhed får svar inden for 24 timer., en: A company is answered within 24 hours. }
    source: { section: Virksomheder, line: 50 }
    matter:
      kind: company-enquiry
      name: { da: Svar til virksomheden, en: Answer to the company }
      within: 24 hours
      workingDays: true
`;
