import { describe, expect, test } from '@jest/globals';
import { toldOf } from './told-of.ts';
import type { CaseRead } from './watch-reads.ts';

const mette: CaseRead = { municipality: 'testby', id: 'C-1', name: 'Mette Opdigtet' };
const torben: CaseRead = { municipality: 'testby', id: 'C-10', name: 'Torben Opdigtet' };
const namesake: CaseRead = { municipality: 'testby', id: 'C-3', name: 'Mette Opdigtet' };
const all = [mette, torben, namesake];

describe('An answer tells of', () => {
  test.each<[string, unknown, CaseRead[]]>([
    ['a case whose number stands in it', { title: 'Ja', about: 'C-10 · vejledning' }, [torben]],
    ['a case that a button leads to', { actions: [{ title: 'Vis', data: { caseId: 'C-1' } }] }, [mette]],
    ['a case whose decision a button names', { data: { decisionId: 'testby~C-1~abc' } }, [mette]],
    ['a citizen, at any depth, in the genitive too', { lines: [{ text: 'Torben Opdigtets frister' }] }, [torben]],
    ['no namesake of the one whose number stands there', { about: 'C-1 · Mette Opdigtet' }, [mette]],
    ['each namesake, where no number says who is meant', { text: 'Mette Opdigtet' }, [mette, namesake]],
    ['no case whose number only begins another', { text: 'C-100 og XC-1' }, []],
    ['nobody, where it only counts', { text: '3 borgere' }, []],
    ['nobody, where there is none', undefined, []],
  ])('%s', (_, answer, told) => {
    expect(toldOf(answer, all)).toEqual(told);
  });

  test('the case it says it is about, named or not', () => {
    expect(toldOf({ text: 'Hvornår?' }, all, { about: 'C-10' })).toEqual([torben]);
    expect(toldOf({ text: 'Hvornår?' }, all, { about: null })).toEqual([]);
  });

  test('nobody by a number or name that was not found, but by another', () => {
    expect(toldOf({ title: 'C-10 findes ikke' }, all, { notFound: 'C-10' })).toEqual([]);
    expect(toldOf({ title: 'Mette Opdigtet?' }, all, { notFound: 'Mette Opdigtet' })).toEqual([]);
    expect(toldOf({ title: 'C-10 findes ikke; C-1?' }, all, { notFound: 'C-10' })).toEqual([mette]);
  });
});
