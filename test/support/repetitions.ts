const pieces = [
  ...['a', '1', '1.', '31/8-', 'Aa ', 'forlæng', '9 ', 'til ', 'og to ', 'REB-', "'s", 'æ-', 'M. ', 'Mod på '],
  ...['jobafklaringsforløb', 'hundrede og ', 'i ', '2023-', '. ', '3 timer mandag, ', '2 timer onsdag og '],
];

/** Two thousand characters of one thing over and over: what a pattern that tries everything chokes on. */
export const repetitions = pieces.map((piece) => piece.repeat(Math.ceil(2000 / piece.length)));
