import { describe, expect, test } from '@jest/globals';
import { understand } from './understand.ts';

/** A Wednesday. */
const today = '2023-05-10';
const entities = (text: string, context = {}) => understand(text, { today, context }).entities;

describe('dates', () => {
  test.each([
    ['d. 31/8', '2023-08-31'],
    ['31.8.23', '2023-08-31'],
    ['den 31. august', '2023-08-31'],
    ['ultimo august', '2023-08-31'],
    ['udgangen af august', '2023-08-31'],
    ['uge 35', '2023-09-03'],
    ['1. februar', '2024-02-01'],
    ['på fredag', '2023-05-12'],
    ['næste fredag', '2023-05-19'],
    ['årsskiftet', '2023-12-31'],
  ])('forlænge til %s', (written, until) => {
    expect(entities(`må jeg forlænge praktikken i ABC-2023-00417 til ${written}?`).until).toBe(until);
  });

  test.each([
    ['fra uge 35', '2023-08-28'],
    ['om 3 uger', '2023-05-31'],
    ['i overmorgen', '2023-05-12'],
    ['fra på mandag', '2023-05-15'],
    ['pr. 1/6', '2023-06-01'],
    ['fra mandag den 22. maj', '2023-05-22'],
  ])('starte praktik %s', (written, date) => {
    expect(entities(`kan ABC-2023-00417 starte i praktik ${written}?`).date).toBe(date);
  });

  test('what has been held lies behind, a stretch is a period', () => {
    expect(entities('jeg holdt samtale med Ulla Grønkær i torsdags').date).toBe('2023-05-04');
    expect(entities('hvilke frister har Ulla Grønkær i juni').period).toEqual({ from: '2023-06-01', to: '2023-06-30' });
  });
});

describe('amounts', () => {
  test.each([
    '2.200 kr om ugen',
    'kr. 2.200,- ugentligt',
    '2200,- pr. uge',
    'to tusind to hundrede kroner',
    '2.200 kr/uge',
  ])('%s is a price of 2,200', (written) => {
    expect(entities(`må jeg starte vejledning for Ulla Grønkær til ${written}`).price).toBe(2200);
  });

  test('a price a month is not taken for one a week', () => {
    expect(entities('må jeg starte vejledning for Ulla Grønkær til 8.800 kr. om måneden')).not.toHaveProperty('price');
  });

  test('hours, weeks and months', () => {
    expect(entities('praktik til Ulla Grønkær i 14 dage, 25 t/uge')).toMatchObject({ weeks: 2, hours: 25 });
    expect(entities('forlæng Ulla Grønkærs forløb et halvt år')).toMatchObject({ months: 6, citizen: 'Ulla Grønkær' });
  });
});

describe('who and what', () => {
  test('one spelling of the letters for all keyboards', () => {
    const expected = understand('må jeg forlænge praktikken for Søren Ågård til første september', { today });
    const typed = understand('maa jeg forlaenge praktikken for Søren Ågård til foerste september', { today });
    expect(typed).toEqual(expected);
  });

  test('a programme is known by its name in the catalogue', () => {
    const options = { today, offerNames: ['Vejen frem', 'Trin for trin'] };
    expect(understand('hvilken farve har trin for trin til LY?', options).entities).toEqual({
      offer: 'Trin for trin',
      benefit: 'ledighedsydelse',
    });
  });

  test('a CPR number is noticed and is in none of the entities', () => {
    const { containsCpr, entities: found } = understand('må jeg forlænge praktik for 111111-1118?', { today });
    expect(containsCpr).toBe(true);
    expect(JSON.stringify(found)).not.toContain('1111');
  });
});

describe('the talk before', () => {
  const context = { lastIntent: 'extend-offer', caseId: 'ABC-2023-00417', offerId: 'o-1' };

  test('carries on with another date, or another citizen', () => {
    expect(understand('og hvad med til udgangen af august?', { today, context })).toMatchObject({
      intent: 'extend-offer',
      entities: { until: '2023-08-31' },
    });
    expect(understand('og Mikkel Tornhøj?', { today, context })).toMatchObject({
      intent: 'extend-offer',
      entities: { citizen: 'Mikkel Tornhøj' },
    });
  });

  test('an answer to what was asked states the fact', () => {
    const asked = { ...context, asked: 'citizen.diagnosedAutism' };
    expect(understand('nej', { today, context: asked })).toMatchObject({
      intent: 'extend-offer',
      needsClarification: false,
      entities: { set: { diagnosedAutism: false } },
    });
  });

  test('a supposition names the facts it changes', () => {
    expect(understand('hvad hvis hun ikke har autisme og kun kan møde 10 timer?', { today, context })).toMatchObject({
      intent: 'what-if',
      entities: { set: { diagnosedAutism: false, attendableHours: 10 } },
    });
  });
});

describe('a complete question of its own is not swallowed by what was asked for', () => {
  const extending = { lastIntent: 'extend-offer', caseId: 'ABC-2023-00417', offerId: 'o-1' };
  const starting = { lastIntent: 'start-offer', caseId: 'ABC-2023-00417', offer: 'Stien' };

  test.each(['until', 'citizen.diagnosedAutism', 'offer.pricePerWeek', 'offer'])(
    'a new start while %s is waited for in an extension',
    (asked) => {
      const context = { ...extending, asked };
      expect(
        understand('må jeg starte ekstern mentor for Torben Vindfelt fra 15. maj?', { today, context }),
      ).toMatchObject({ intent: 'start-offer', entities: { citizen: 'Torben Vindfelt', date: '2023-05-15' } });
    },
  );

  test.each([
    ['Hvilken farve har Stien?', 'tier'],
    ['må jeg forlænge praktikken for Torben Vindfelt til 30. juni?', 'extend-offer'],
    ['hvilke frister har Torben Vindfelt?', 'deadlines'],
    ['vis mig sagen for Torben Vindfelt', 'case'],
    ['hvad siger reglerne om løntilskud?', 'rule'],
    ['skriv notat om Torben Vindfelt', 'journal-note'],
  ])('«%s» is %s, whatever fact of a start is waited for', (text, intent) => {
    for (const asked of [{}, { asked: 'offer' }, { asked: 'offer.assessment.educationPossible' }, { asked: 'caseId' }])
      expect(understand(text, { today, context: { ...starting, ...asked }, offerNames: ['Stien'] }).intent).toBe(
        intent,
      );
  });

  test('an answer in a whole sentence is still an answer', () => {
    const context = { ...extending, asked: 'until' };
    expect(understand('den skal slutte 30. juni', { today, context }).intent).toBe('extend-offer');
  });
});

describe('nonsense is no name', () => {
  test.each(['bla bla', 'bla bla bla', 'Bla bla bla', 'hjkl', 'asdf qwer', 'og bla bla', 'HJKL HJKL HJKL'])(
    '«%s» is asked about, also in the middle of a talk',
    (text) => {
      for (const context of [{}, { lastIntent: 'deadlines', caseId: 'ABC-2023-00417' }]) {
        const { needsClarification, entities: found } = understand(text, { today, context });
        expect(needsClarification).toBe(true);
        expect(found).not.toHaveProperty('citizen');
      }
    },
  );

  test('small letters name somebody where a name belongs, by a known given name, or as the answer to who', () => {
    expect(entities('frister for birger thomasen')).toMatchObject({ citizen: 'birger thomasen' });
    expect(entities('jette lunding')).toEqual({ citizen: 'jette lunding' });
    const context = { lastIntent: 'deadlines', asked: 'citizen' };
    expect(understand('odinkar kragelund', { today, context })).toMatchObject({
      intent: 'deadlines',
      entities: { citizen: 'odinkar kragelund' },
    });
  });
});

describe('asking back rather than misreading', () => {
  test('a number that belongs to the name of an offer is no half-read amount', () => {
    const { intent, needsClarification } = understand('Må Gunvor Lund starte på Nye Spor 2 den 29. november 2026?', {
      today: '2026-11-22',
    });
    expect({ intent, needsClarification }).toEqual({ intent: 'start-offer', needsClarification: false });
  });

  test('a word that is not understood may turn the question: it is asked which decision is meant', () => {
    expect(understand('Finn Rosager er i sin praktik hver dag, skal jeg fredlyse den?', { today })).toMatchObject({
      needsClarification: true,
    });
    expect(understand('må Finn Rosager få praktik i 4 uger?', { today })).toMatchObject({
      intent: 'start-offer',
      needsClarification: false,
    });
  });

  test('a word beside a name asks for something: the case is not shown for it', () => {
    expect(understand('Else Vang', { today })).toMatchObject({ intent: 'case', needsClarification: false });
    expect(understand('ring til Else Vang', { today }).intent).toBe('out-of-scope');
    expect(understand('varsl Else Vang', { today }).needsClarification).toBe(true);
  });

  test('a given name that is a month too is a name before another', () => {
    const { entities: found } = understand('hvilke frister har Jan Duelund', { today });
    expect(found).toEqual({ citizen: 'Jan Duelund' });
  });

  test('what may be about the day in the office is not turned away', () => {
    expect(['deadlines', 'overdue']).toContain(understand('er der noget der brænder på i dag', { today }).intent);
    expect(understand('hvordan laver man pandekager', { today })).toMatchObject({
      intent: 'out-of-scope',
      needsClarification: false,
    });
  });
});

describe('what is not clear', () => {
  test.each(['', 'asdf qwer', 'ja', '?!', 'Ulla'])('«%s» is asked about, or shows a case at most', (text) => {
    const { intent, needsClarification } = understand(text, { today });
    expect(needsClarification || intent === 'case').toBe(true);
  });
});

describe('the number of a matter', () => {
  test.each([
    ['Hvornår skal ABC-M-2023-0003 være besvaret?', 'ABC-M-2023-0003'],
    ['hvornår skal klagen k-2023-0041 besvares', 'K-2023-0041'],
    ['when must ABC-M-2023-003 be answered?', 'ABC-M-2023-003'],
    ['hvad er fristen for K-2023-0041?', 'K-2023-0041'],
  ])('is found like that of a case: %s', (text, caseId) => {
    const understood = understand(text, { today });
    expect(understood).toMatchObject({ intent: 'deadlines', needsClarification: false });
    expect(understood.entities).toEqual({ caseId });
  });
});

describe('the plan’s groups', () => {
  test.each([
    ['hvor mange er i risiko?', undefined],
    ['giv mig en segmentrapport', undefined],
    ['hvor mange har vi i risiko?', undefined],
    ['hvordan fordeler borgerne sig på grupperne', undefined],
    ['hvor mange er i risiko i mit team?', 'team'],
    ['how many are at risk in my team', 'team'],
    ['hvor mange af mine borgere er på kanten', 'mine'],
    ['how many of my citizens are at risk', 'mine'],
  ])('%s is asked of %s', (text, scope) => {
    expect(understand(text, { today })).toMatchObject({ intent: 'segment-report', needsClarification: false });
    expect(entities(text).scope).toBe(scope);
  });

  test('a team may be named', () => {
    expect(entities('hvor mange er på kanten i sygedagpengeteamet?')).toMatchObject({
      team: 'sygedagpenge',
      scope: 'team',
    });
  });

  test.each(['hvor mange er i risiko i teamet Nordby?', 'hvor mange er langtidsforsørgede på teamet Nordby'])(
    'a team may be named after the word: %s',
    (text) => {
      expect(entities(text)).toMatchObject({ team: 'Nordby', scope: 'team' });
    },
  );

  test('whoever is named after the team by first and last name is no team', () => {
    expect(entities('hvad har teamet Mette Lundager tilbudt?').team).toBeUndefined();
  });
});

describe('a plain answer to what was asked', () => {
  const context = { lastIntent: 'extend-offer', caseId: 'ABC-2023-00417', asked: 'question.likelyJobOrEducation' };

  test.each([
    ['ja', true],
    ['nej', false],
    ['yes', true],
  ])('»%s« goes on with the question that asked, without being asked about', (text, value) => {
    expect(understand(text, { today, context })).toMatchObject({
      intent: 'extend-offer',
      needsClarification: false,
      entities: { set: { likelyJobOrEducation: value } },
    });
  });

  test('a yes in a question about somebody else is no answer about them', () => {
    expect(understand('ja det tror jeg, men hvad med Bent?', { today, context }).entities).toEqual({ citizen: 'Bent' });
  });
});
