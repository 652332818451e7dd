/** A cell with the place it begins at in its file, 1-based. */
export interface CsvCell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

export interface CsvRows {
  readonly rows: readonly (readonly CsvCell[])[];
  /** Where a double quote is not closed, or text follows it: nothing is read from there on. */
  readonly unclosed: { readonly line: number; readonly column: number } | null;
}

/** Rows of cells with their places (RFC 4180); blank lines are none. The separator (`,`, `;`, tab) is that of the first line. */
export function csvRows(text: string): CsvRows {
  const head = text.slice(0, text.search(/[\r\n]|$/));
  const separator = [';', '\t', ','].find((sign) => head.includes(sign)) ?? ',';
  const rows: CsvCell[][] = [[]];
  let unclosed: CsvRows['unclosed'] = null;
  let [at, line, start] = [0, 1, 0];
  while (at <= text.length) {
    const place = { line, column: at - start + 1 };
    const quoted = text[at] === '"';
    const end = quoted ? closing(text, at + 1) : ending(text, at, separator);
    if (end < 0) {
      unclosed = place;
      break;
    }
    const content = quoted ? text.slice(at + 1, end).replaceAll('""', '"') : text.slice(at, end);
    rows.at(-1)?.push({ text: content, ...place });
    if (quoted)
      for (let next = text.indexOf('\n', at); next >= 0 && next < end; next = text.indexOf('\n', next + 1)) {
        line += 1;
        start = next + 1;
      }
    at = quoted ? end + 1 : end;
    if (quoted && at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') {
      unclosed = { line, column: at - start + 1 };
      break;
    }
    if (at >= text.length) break;
    if (text[at] === separator) at += 1;
    else {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      line += 1;
      start = at;
      rows.push([]);
    }
  }
  return { rows: rows.filter((row) => row.some((cell) => cell.text.trim() !== '')), unclosed };
}

function ending(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

/** The quote that ends a quoted cell; two in a row are one of its text. -1 where it never ends. */
function closing(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at >= 0 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
