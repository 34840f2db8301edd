import { claim, type Sentence } from '../sentence.ts';
import { commonWords } from '../vocabulary/common-words.ts';

const teamWords = new Set(['team', 'teams', 'gruppe', 'afdeling']);
const own = new Set(['temaet', 'teamt', 'taemet', 'teamet', 'teamets', "team's", 'holdets', 'holdet', 'afdelingen']);
const notNames = new Set([
  'har',
  'er',
  'i',
  'og',
  'der',
  'have',
  'has',
  'is',
  'are',
  'late',
  'behind',
  'overdue',
  'har',
  'vi',
  'skal',
  'meeting',
  'moede',
  'lead',
  'leader',
  'leder',
]);
/** "Hver gruppe" is one of the plan's groups of citizens, not a team. */
const one = new Set(['hver', 'hvilken']);
const joins = new Set(['og', 'and', '&']);

/** The team's own name: "team unge", "teamet for integration", "sygedagpengeteamet", "the youth team". */
export const findTeam = (sentence: Sentence): { team?: string; anyTeam: boolean } => {
  const { tokens } = sentence;
  let anyTeam = false;
  for (const [at, token] of tokens.entries()) {
    if (token.kind !== 'word' || sentence.claimed[at] === true) continue;
    const compound = /^(.{3,}?)s?-?team(?:et|ets)?$/.exec(token.word);
    if (compound !== null && !own.has(token.word)) {
      claim(sentence, at, at + 1);
      const length = token.raw.replace(/-?teame?t?s?$/i, '').length;
      return { team: token.raw.slice(0, length), anyTeam: true };
    }
    if (own.has(token.word)) anyTeam = true;
    if (token.word === 'gruppe' && one.has(tokens[at - 1]?.word ?? '')) continue;
    const next = tokens[at + 1];
    const called = own.has(token.word) && next?.word === 'for';
    // "Teamet Integration"; after "teamets" it is what the team has, and a person is called by more than one name.
    const capital = token.word === 'teamet' && next?.capital === true && !next.opens && !tokens[at + 2]?.capital;
    if (!teamWords.has(token.word) && !called && !capital) continue;
    anyTeam = true;
    const start = called ? at + 2 : at + 1;
    const named = tokens[start];
    if (named?.kind !== 'word' || notNames.has(named.word)) continue;
    const known = sentence.words[start]?.how === 'plain' && !named.capital && start === at + 1;
    const field = (sentence.meanings[start] ?? []).some((concept) => /^(?:benefit|offer|fact|segment)/.test(concept));
    if (known && !field && !/^(?:unge|integration|job|ung|social)/.test(named.word)) continue;
    const plainWord =
      commonWords.has(named.word) && !named.capital && !/^(?:unge|integration|job|ung|social)/.test(named.word);
    if (plainWord) continue;
    const second = tokens[start + 2];
    const wide =
      joins.has(tokens[start + 1]?.word ?? '') && second?.kind === 'word' && second.capital === named.capital;
    const end = wide && named.capital ? start + 3 : start + 1;
    claim(sentence, at, end);
    return {
      team: tokens
        .slice(start, end)
        .map(({ raw }) => raw)
        .join(' ')
        .replace(/['’]?s$/, (genitive) => (genitive.length > 1 ? '' : 's')),
      anyTeam,
    };
  }
  return { anyTeam };
};
