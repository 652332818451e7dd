/** Words that are HTML already. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What can stand in a template: words are escaped, nothing stands for what is not there. */
export type Piece = Html | string | number | null | undefined | false | readonly Piece[];

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Words as HTML or XML shows them, in text and in quoted attributes alike. Signs that XML cannot hold are left out. */
function escaped(words: string): string {
  return words.replace(UNSPEAKABLE, '').replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs XML 1.0 leaves out
const UNSPEAKABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A template of HTML: everything put into it is escaped, but what is HTML already. */
export function html(strings: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(strings.reduce((text, part, index) => text + write(pieces[index - 1]) + part));
}

function write(piece: Piece): string {
  if (piece === null || piece === undefined || piece === false) return '';
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'object') return piece.map(write).join('');
  return escaped(String(piece));
}
