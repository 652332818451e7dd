import iconv from 'iconv-lite';

/** Encodings of Vietnamese fonts from before Unicode; names as reports give them. */
export type LegacyVietnamese = 'x-tcvn3' | 'x-vni' | 'windows-1258';

/** Words every Vietnamese official text is full of, all with letters that no other encoding shows rightly. */
const COMMON =
  /(?<![\p{L}\p{M}])(?:và|của|được|các|hợp|về|là|với|đã|sẽ|những|nước|triển|tăng|cường|thực|hiện|giữa|hội|cộng|nhất|trí|bên|tác|quốc|việt|đồng|nghị|thỏa|thuận)(?![\p{L}\p{M}])/giu;
const SAMPLE = 20_000;
/** Share of all words that must be common ones. */
const ENOUGH = 0.06;

/** TCVN3 (ABC, fonts named .VnTime): one character each at 0xA1–0xFE (TCVN 5712:1993, VN3). */
let tcvn3: Map<string, string> | undefined;

/** Made with the first text that needs it: the tables of encodings are large. */
function tcvn3Letters(): Map<string, string> {
  if (tcvn3 !== undefined) return tcvn3;
  tcvn3 = new Map();
  for (let code = 0xa1; code <= 0xfe; code++) {
    tcvn3.set(String.fromCharCode(code), iconv.decode(Uint8Array.of(code), 'tcvn'));
  }
  return tcvn3;
}

/** VNI: a mark after its letter, and a few letters of their own. */
const VNI_MARKS: Readonly<Record<string, string>> = {
  ...{ ø: '\u0300', ù: '\u0301', û: '\u0309', õ: '\u0303', ï: '\u0323', â: '\u0302', ê: '\u0306' },
  ...{ à: '\u0302\u0300', á: '\u0302\u0301', å: '\u0302\u0309', ã: '\u0302\u0303', ä: '\u0302\u0323' },
  ...{ è: '\u0306\u0300', é: '\u0306\u0301', ú: '\u0306\u0309', ü: '\u0306\u0303', ë: '\u0306\u0323' },
};
const VNI_LETTERS: Readonly<Record<string, string>> = {
  ...{ ô: 'ơ', ö: 'ư', ñ: 'đ', æ: 'ỉ', ó: 'ĩ', ò: 'ị', î: 'ỵ' },
  ...{ Ô: 'Ơ', Ö: 'Ư', Ñ: 'Đ', Æ: 'Ỉ', Ó: 'Ĩ', Ò: 'Ị', Î: 'Ỵ' },
};
const VNI_PAIR = /([aeouyôöAEOUYÔÖ])([øùûõïâêàáåãäèéúüëØÙÛÕÏÂÊÀÁÅÃÄÈÉÚÜË])/g;
const VNI_LETTER = /[ôöñæóòîÔÖÑÆÓÒÎ]/g;

function fromTcvn3(text: string): string {
  const letters = tcvn3Letters();
  return text.replace(/[\u00a1-\u00fe]/g, (letter) => letters.get(letter) ?? letter);
}

function fromVni(text: string): string {
  return text
    .replace(VNI_PAIR, (_, letter: string, mark: string) => {
      return `${VNI_LETTERS[letter] ?? letter}${VNI_MARKS[mark.toLowerCase()]}`.normalize('NFC');
    })
    .replace(VNI_LETTER, (letter) => VNI_LETTERS[letter] ?? letter);
}

/** Share of the words of a text that are common Vietnamese ones. */
function vietnameseShare(text: string): number {
  const sample = text.slice(0, SAMPLE).normalize('NFC');
  const words = sample.match(/\S+/g)?.length ?? 0;
  return words === 0 ? 0 : (sample.match(COMMON)?.length ?? 0) / words;
}

interface Repaired {
  readonly text: string;
  readonly encoding: LegacyVietnamese;
}

/**
 * Turns text that shows Latin letters in place of Vietnamese ones (TCVN3 or VNI fonts) into Unicode; null where the text
 * is nothing of the kind. `text` holds one character a byte, as Windows-1252 gives it.
 */
export function repairVietnamese(text: string): Repaired | null {
  if (!/[\u00a1-\u00fe]/.test(text.slice(0, SAMPLE))) return null;
  const candidates: Repaired[] = [
    { text: fromTcvn3(text), encoding: 'x-tcvn3' },
    { text: fromVni(text), encoding: 'x-vni' },
  ];
  return best(candidates, vietnameseShare(text));
}

/** Decodes bytes that are no UTF-8 as one of the old Vietnamese encodings; null where none gives Vietnamese. */
export function decodeVietnamese(bytes: Uint8Array): Repaired | null {
  const latin = iconv.decode(bytes, 'windows-1252');
  const windows: Repaired = { text: iconv.decode(bytes, 'windows-1258'), encoding: 'windows-1258' };
  const repaired = repairVietnamese(latin);
  return best(repaired ? [windows, repaired] : [windows], vietnameseShare(latin));
}

function best(candidates: readonly Repaired[], now: number): Repaired | null {
  const scored = candidates.map((candidate) => ({ candidate, share: vietnameseShare(candidate.text) }));
  scored.sort((a, b) => b.share - a.share);
  const first = scored[0];
  return first && first.share >= ENOUGH && first.share > now * 2 ? first.candidate : null;
}
