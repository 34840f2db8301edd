/** Reads CSV as RFC 4180 has it: commas, quotes doubled inside quotes, CRLF at the end of each row, no other line breaks outside quotes. */
export const parseCsv = (text: string): string[][] => {
  const rows: string[][] = [];
  let at = 0;
  while (at < text.length) {
    const fields: string[] = [];
    for (;;) {
      const field = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/.exec(text.slice(at));
      if (field === null) throw new Error(`no CSV from here on: ${JSON.stringify(text.slice(at, at + 40))}`);
      at += field[0].length;
      fields.push(field[1]?.replaceAll('""', '"') ?? field[2] ?? '');
      if (field[3] === '\r\n') break;
    }
    rows.push(fields);
  }
  return rows;
};
