import { fold } from '../understanding/fold.ts';

/** What a phrase says in a sentence about a digest. */
export type Part =
  | 'send'
  | 'start'
  | 'show'
  | 'stop'
  | 'no-more'
  | 'when'
  | 'nothing'
  | 'line'
  | 'digest'
  | 'day-digest'
  | 'list'
  | 'own-list'
  | 'week'
  | 'quiet-day'
  | 'only'
  | 'busy-day'
  | 'here'
  | 'every-day'
  | 'every-week'
  | 'clock'
  | 'today'
  | 'not-then'
  | 'for'
  | 'asks-when'
  | 'filler';

/**
 * The phrases in which people set a digest up, Danish and English. A sentence counts only when it is made of these, a
 * time and a team's name, so nothing that is asked about a case can fall in here.
 */
const spoken: readonly (readonly [Part, string])[] = [
  [
    'send',
    `send, sende, sendes, post, poste, skriv, skrive, læg, lægge, sæt, sætte, giv, have, få, komme, kom, være, flyt, flytte,
    ryk, rykke, skift, skifte, ændr, ændre, ret, deliver, give, set, move, change, reschedule, i want, i'd like, we want,
    we'd like, get, come`,
  ],
  [
    'start',
    `start, starte, start med at sende, begynd, begynde, begynd at sende, genoptag, genoptage, tænd, tænd for, op, aktivér,
    tilmeld, begin, resume, start sending, set up, up, turn on, enable, subscribe to`,
  ],
  ['show', `vis, vise, se, hent, hente, åbn, show, see, open, fetch`],
  [
    'stop',
    `stop, stoppe, stop med, afmeld, afmelde, sluk, sluk for, slukke, slå fra, fjern, drop, droppe, pause, sæt på pause, på pause,
    stop med at sende, stop med at poste, stop med at skrive, send ikke, skriv ikke, ikke have, ikke sende, ikke poste,
    ikke skrive, ikke få, ønsker ikke, gider ikke, gider ikke have, behøver ikke, behøver ikke sende, behøver ikke at sende,
    send ikke længere, ikke længere, ikke mere, afbestil, cancel, end, off, turn off, disable, unsubscribe from, stop sending,
    stop posting, don't send, do not send, don't post, do not post, don't want, do not want, don't need, do not need, no more`,
  ],
  ['no-more', `mere, længere, any more, anymore, any longer`],
  ['when', `hvornår, hvad tid, hvilket tidspunkt, hvor, when, what time, at what time, where`],
  [
    'nothing',
    `skriv ikke noget, skriv intet, skriv ingenting, send ikke noget, send intet, send ingenting, post ikke noget, post intet,
    ikke skrive noget, ikke sende noget, lad være med at skrive, lad være med at sende noget, lad være med at skrive noget,
    ingen linje, intet, ingenting, don't post anything, do not post anything, don't send anything, do not send anything,
    don't write anything, do not write anything, post nothing, send nothing, write nothing, say nothing, nothing`,
  ],
  ['line', `en linje, én linje, en besked, a line, one line, a message`],
  ['digest', `overblikket, overblik, digest, digests`],
  [
    'day-digest',
    `dagens overblik, daglige overblik, dagligt overblik, dagsoverblik, dagsoverblikket, morgenoverblik, morgenoverblikket,
    teamets overblik, daily digest, daily overview, morning digest, today's digest, team's digest`,
  ],
  [
    'list',
    `morgenliste, morgenlisten, en liste, en morgenliste, listen, mine frister, morning list, a list, list, my deadlines`,
  ],
  [
    'own-list',
    `min liste, min egen liste, min morgenliste, min daglige liste, my list, my own list, my morning list, my daily list`,
  ],
  [
    'week',
    `ugens overblik, ugeoverblik, ugeoverblikket, mit ugeoverblik, ugentlige overblik, ugentligt overblik, overblik over ugen,
    weekly overview, weekly digest, weekly summary, week's overview`,
  ],
  [
    'quiet-day',
    `på stille dage, på en stille dag, stille dage, når der ikke er noget, hvis der ikke er noget, når der ikke er noget at sige,
    når der ikke er noget at melde, når der ikke er noget at fortælle, når der intet er, når intet haster, når der ikke er noget der haster,
    når ikke noget haster, hvis der intet er, hvis intet haster, on quiet days, on a quiet day, when there is nothing, if there is nothing,
    when there's nothing, if there's nothing, when there is nothing to say, when nothing is urgent, when there is nothing to report,
    if there is nothing to report, when nothing is due`,
  ],
  ['only', `kun, only`],
  [
    'busy-day',
    `når der er noget, hvis der er noget, når der er noget der haster, hvis der er noget der haster, når noget haster,
    hvis noget haster, når det haster, when there is something, if there is something, when something is urgent,
    if something is urgent, when something is due, if something is due`,
  ],
  [
    'here',
    `her, herinde, hertil, heri, her i kanalen, i kanalen, i denne kanal, i den her kanal, her i denne kanal, til denne kanal,
    til den her kanal, til kanalen, here, in here, in this channel, in the channel, to this channel, here in this channel, here in the channel`,
  ],
  [
    'every-day',
    `hver morgen, hver dag, hver arbejdsdag, hver hverdag, dagligt, daglig, på hverdage, på arbejdsdage, alle hverdage,
    alle arbejdsdage, om morgenen, every morning, each morning, every day, each day, every weekday, every working day,
    each working day, on weekdays, on working days, daily, in the morning`,
  ],
  ['every-week', `hver uge, ugentligt, en gang om ugen, every week, each week, weekly, once a week`],
  ['clock', `kl, klokken, til kl, til klokken, fra kl, fra klokken, fra, til, at, from, to`],
  ['today', `i dag, idag, i morgen, imorgen, today, tomorrow`],
  ['not-then', `i stedet for, og ikke, instead of, not`],
  ['for', `for`],
  ['asks-when', `kommer, sendes, sender, bliver sendt, får, bliver, er, does, do, is, comes, arrive, posted, sent`],
  [
    'filler',
    `hej, hi, hello, makker, venligst, lige, gerne, må gerne, må, tak, please, thanks, thank you, kan du, vil du, kunne du, kan,
    vil, kan du ikke, kan vi ikke, can you, can we, could you, could we, would you, jeg vil, vi vil, jeg vil gerne, vi vil gerne,
    jeg, vi, du, man, i, we, you, mig, me, os, us, til mig, til os, to me, to us, det, den, de, the, a, også, also, skal, should,
    helst, slå, turn, fra nu af, fremover, fra i morgen, from now on, from tomorrow, vores, our, teamets, igen, again,
    nu, now, i stedet, instead, tidspunktet for, lidt, tidligere, senere, time, time of, that, så`,
  ],
];

interface Phrase {
  words: string[];
  part: Part;
}

/** By first word, longest first. */
const byFirst = new Map<string, Phrase[]>();
for (const [part, phrases] of spoken)
  for (const phrase of phrases.split(',')) {
    const words = fold(phrase.trim()).split(/\s+/);
    // "dont" is typed as often as "don't".
    for (const spelt of [words, words.map((word) => word.replace("'", ''))]) {
      const [first = ''] = spelt;
      byFirst.set(first, [...(byFirst.get(first) ?? []), { words: spelt, part }]);
    }
  }
for (const [first, phrases] of byFirst)
  byFirst.set(
    first,
    phrases.toSorted((a, b) => b.words.length - a.words.length),
  );

/** The longest phrase that begins at a word: what it says, and how many words it has. */
export const phraseAt = (words: readonly string[], at: number): { part: Part; length: number } | undefined => {
  const found = byFirst.get(words[at] ?? '')?.find((phrase) => phrase.words.every((word, n) => words[at + n] === word));
  return found && { part: found.part, length: found.words.length };
};
