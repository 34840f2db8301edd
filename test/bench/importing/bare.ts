import { createReadStream } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { parse } from 'csv-parse';

/** The bare work that an import cannot do without: the file parsed, and the bytes of each row inserted by its number. */
const [file = '', database = ''] = process.argv.slice(2);
const db = new DatabaseSync(database);
db.exec(
  'PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE line (number INTEGER PRIMARY KEY, body TEXT) STRICT',
);
const insert = db.prepare('INSERT INTO line (number, body) VALUES (?, ?)');
let number = 0;
db.exec('BEGIN IMMEDIATE');
for await (const cells of createReadStream(file).pipe(parse({ delimiter: ';', encoding: 'latin1' }))) {
  insert.run((number += 1), Array.isArray(cells) ? cells.join(';') : '');
  if (number % 1000 > 0) continue;
  db.exec('COMMIT');
  db.exec('BEGIN IMMEDIATE');
}
db.exec('COMMIT');
db.close();
