import { seeded } from './random.ts';

/** Given names about as common as they are: the first of each list is borne by many, the last by few. */
const GIVEN =
  `Anne Peter Mette Michael Kirsten Lars Hanne Jens Anna Thomas Helle Henrik Susanne Søren Lene Christian Marianne Martin
  Maria Jan Inge Morten Lone Jesper Karen Anders Bente Niels Camilla Rasmus Pia Mads Charlotte Per Jette Hans Louise Ole
  Gitte Jørgen Tina Claus Birgitte Torben Maja Kim Ida Erik Marie Jakob Rikke Simon Ulla Steen Dorthe Brian Heidi Kasper
  Lise Mikkel Signe Allan Trine Kristian Åse Bo Merete Jonas Anette Emil Katrine Frederik Julie Christoffer Sofie Mathias
  Line Daniel Laura Andreas Fatima Mohammad Sanne Ali Nanna Ahmed Vibeke Bjarne Ellen Kurt Emma Leif Åge Freja Ægir Karla
  Ørjan Esther Preben Zainab Tobias Yasmin Viggo Malthe Ingrid Ibrahim Asta Hussein Gerda Poul Randi Sven Tove Uffe Dagny
  Bertil Else Finn Gunvor Holger Irma Jytte Kaj Lykke Mie Norma Oda Palle Regnar Solveig Thit Ursula Valdemar Winnie`.split(
    /\s+/,
  );
const COMMON_SURNAMES =
  `Nielsen Jensen Hansen Andersen Pedersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen
  Olsen Thomsen Christiansen Poulsen Johansen Møller Mortensen Knudsen Jakobsen Mikkelsen Frederiksen Olesen Henriksen
  Laursen Lund Schmidt Eriksen Holm Kristiansen Clausen Simonsen Svendsen Andreasen Iversen Jeppesen Mogensen Jespersen
  Østergaard Nissen Lauridsen Jepsen Kjær Frandsen Vestergaard Nørgaard Carlsen Bertelsen`.split(/\s+/);
const PLACES =
  `Birke Ege Fjord Bøge Lynge Kløver Sten Hede Mose Vind Ny Øster Vester Sønder Nør Skov Bak Dal Kirke Mølle Enge Ager
  Lille Stor Høj Lav Rugs Byg Havre Tjørne Elle Aske Gran Lunde Klit Strand Sø Å Ulve Ravn Due Falke Svane Ræve Bjerg`.split(
    /\s+/,
  );
const ENDINGS =
  `gaard lund holm bæk berg dal toft mark skov vang kilde borg bjerg høj krog bro lev rup sted tved ager eng`.split(
    /\s+/,
  );

/** Invented names of many people, the same ones every time: as many share a given name or a surname as in life. */
export const danishNames = (count: number): string[] => {
  const random = seeded(count);
  /** The first ones most often. */
  const common = (list: readonly string[]): string => list[Math.floor(random() ** 1.3 * list.length)] ?? '';
  const any = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const rare = (): string => any(PLACES) + any(ENDINGS);
  const surname = (): string => (random() < 0.6 ? common(COMMON_SURNAMES) : rare());
  return Array.from({ length: count }, () => {
    const given = random() < 0.06 ? `${common(GIVEN)}-${common(GIVEN)}` : common(GIVEN);
    return [given, ...(random() < 0.5 ? [random() < 0.5 ? surname() : common(GIVEN)] : []), surname()].join(' ');
  });
};
