import { OFFER_KINDS } from '../../src/contract/vocabulary.ts';
import { givenNames } from '../../src/conversation/understanding/vocabulary/given-names.ts';
import type { Random } from './random.ts';
import type { Labelled } from './sentences.ts';

const copies = 3;
/** How often a name that was written with capitals is written without. */
const inSmallLetters = 0.3;
/** How often a citizen is called by the given name alone. */
const givenAlone = 0.4;
/** How often a given name is one that citizens have in the sentences; else one of the long list. */
const fromSentences = 0.7;

/** Programmes are called by such words put together, or by two of them: "Havspringet", "Nye Hænder". */
const programmeFirst =
  'Skov Hav Vej Nord Syd Vest Øst Job Livs Kraft Fri Bro Start Trin Blå Klar Mod Frem Sol Kyst Sund Fri Natur Træ Jord Stjerne Ny'.split(
    ' ',
  );
const programmeSecond =
  'sporet haven vejen huset værket skolen broen banken springet stien gården holdet kompasset løftet porten trappen hjulet linjen skibet bølgen'.split(
    ' ',
  );
const programmeWhole =
  'Nye Hænder|Klar Igen|Første Trin|Vind i Sejlene|På Vej|Ud og Op|Mod Nord|Fast Grund|Frit Løb|Op igen|Til Tops|Hånd i Hånd|Job Nu|Job Plus|Flere i Arbejde|Sund Start|Næste Skridt|Fod under Bord'.split(
    '|',
  );

const offerKinds: ReadonlySet<string> = new Set(OFFER_KINDS);
const capitals = (name: string): string => name.replaceAll(/(^|[ -])\p{L}/gu, (letter) => letter.toUpperCase());

/** The programme a sentence names, when it is no kind of offer. */
export const programmeOf = ({ entities: { offer } }: Labelled): string | undefined =>
  typeof offer === 'string' && !offerKinds.has(offer) ? offer : undefined;

/** A sentence with another word in a name's place; undefined where the name does not stand as it is labelled. */
const put = (text: string, old: string, other: string): string | undefined => {
  const at = text.indexOf(old);
  if (at < 0) return undefined;
  // "Lars' sag" is "Ullas sag" with another name.
  const rest = text.slice(at + old.length).replace(/^['’](?=\s)/, (mark) => (/[sxz]$/i.test(other) ? mark : 's'));
  return text.slice(0, at) + other + rest;
};

/**
 * The sentences, and each that names a citizen or a programme again with other names: what is learnt is then how names
 * stand in a sentence, and not who or what was named.
 */
export const withOtherNames = (sentences: readonly Labelled[], random: Random): Labelled[] => {
  const citizens = sentences.flatMap(({ entities: { citizen } }) =>
    typeof citizen === 'string' ? [citizen.toLowerCase().split(' ')] : [],
  );
  const given = [...new Set(citizens.map(([first = '']) => first))];
  const surnames = [...new Set(citizens.flatMap((words) => (words.length > 1 ? words.slice(-1) : [])))];
  const listed = [...givenNames];
  const programmes = [...new Set(sentences.flatMap((sentence) => programmeOf(sentence) ?? []))];

  const otherCitizen = (old: string): string => {
    const first = random.pick(random.next() < fromSentences ? given : listed);
    const name = random.next() < givenAlone ? first : `${first} ${random.pick(surnames)}`;
    return old === old.toLowerCase() || random.next() < inSmallLetters ? name : capitals(name);
  };
  const otherProgramme = (): string => {
    const kind = random.next();
    if (kind < 0.4) return random.pick(programmes);
    if (kind < 0.55) return random.pick(programmeWhole);
    return random.pick(programmeFirst) + random.pick(programmeSecond);
  };
  const again = (labelled: Labelled): Labelled[] => {
    const { citizen } = labelled.entities;
    const programme = programmeOf(labelled);
    let { text } = labelled;
    const entities = { ...labelled.entities };
    if (typeof citizen === 'string') {
      const other = otherCitizen(citizen);
      const changed = put(text, citizen, other);
      if (changed !== undefined) [text, entities['citizen']] = [changed, other];
    }
    if (programme !== undefined) {
      const other = otherProgramme();
      const changed = put(text, programme, other);
      if (changed !== undefined) [text, entities['offer']] = [changed, other];
    }
    return text === labelled.text ? [] : [{ ...labelled, text, entities }];
  };
  return [sentences, ...Array.from({ length: copies }, () => sentences.flatMap(again))].flat();
};
