import ordinals from '../data/ordinals.json' with { type: 'json' };
import { hanValue, letterValues, plainDigits, romanValue } from './numerals.ts';

/** What stands in front of a heading or item. */
export interface Marker {
  /** The characters as they stand in the line's core words. */
  readonly text: string;
  /** Markers of one list share it: `1.`, `1)`, `(1)`, `I.`, `a)`, `-`, `article` … */
  readonly style: string;
  /** The place in its list, or null for a bullet. */
  readonly value: number | null;
  /** Another reading of the same letter (`i)` is the ninth letter or Roman one; `đ)` the fifth). */
  readonly otherStyle: string | null;
  readonly otherValue: number | null;
  /** How the marker adds to the label of what it stands under; `4.1` gives the full label itself. */
  readonly part: string;
  /** Where the marker names its parents too (`4.1.`), their numbers. */
  readonly absolute: readonly number[] | null;
}

type Rule = (core: string) => Marker | null;

function marker(text: string, style: string, value: number | null, part: string): Marker {
  return { text, style, value, part, otherStyle: null, otherValue: null, absolute: null };
}

const DIVISION =
  /^(Điều|Article|Art\.|Chương|Chapter|Phần|Part|Mục|Section|Annex|Phụ lục|ماده|فصل|بخش)\s+([0-9۰-۹]{1,3}|[IVXLC]{1,6})(?![\p{L}\p{N}])(?:\s*[.:：)\-–—]+)?/iu;
const DIVISION_STYLE: Record<string, string> = {
  điều: 'article',
  article: 'article',
  'art.': 'article',
  ماده: 'article',
  chương: 'chapter',
  chapter: 'chapter',
  فصل: 'chapter',
  phần: 'part',
  part: 'part',
  بخش: 'part',
  mục: 'section',
  section: 'section',
  annex: 'annex',
  'phụ lục': 'annex',
};

const divisions: Rule = (core) => {
  const match = DIVISION.exec(core);
  if (!match) return null;
  const after = core.slice(match[0].length);
  // "Article 5 of the Treaty …" is a sentence about an article, not its heading.
  if (!/[.:：)\-–—]$/.test(match[0]) && /^\s+\p{Ll}/u.test(after)) return null;
  const digits = plainDigits(match[2] as string);
  const value = /^\d/.test(digits) ? Number(digits) : romanValue(digits);
  return value === null
    ? null
    : marker(match[0], DIVISION_STYLE[(match[1] as string).toLowerCase()] ?? 'article', value, digits);
};

const hanDivisions: Rule = (core) => {
  const match = /^第([一二三四五六七八九十]{1,3}|[0-9０-９]{1,3})([条章节部])(?:分)?[、，：:\s]*/.exec(core);
  if (!match) return null;
  const value = /^[一-十]/.test(match[1] as string)
    ? hanValue(match[1] as string)
    : Number(plainDigits(match[1] as string));
  const style = { 条: 'article', 章: 'chapter', 节: 'section', 部: 'part' }[match[2] as string] as string;
  return value === null ? null : marker(match[0].trimEnd(), style, value, String(value));
};

const decimals: Rule = (core) => {
  const match = /^([0-9۰-۹٠-٩０-９]{1,3}(?:[.．][0-9۰-۹٠-٩０-９]{1,3}){1,4})(?:[.．)）]?(?=\s)|[.．)）、](?!\d))/.exec(
    core,
  );
  if (!match) return null;
  const numbers = plainDigits(match[1] as string)
    .split(/[.．]/)
    .map(Number);
  const style = `${'1.'.repeat(numbers.length)}`;
  return { ...marker(match[0], style, numbers.at(-1) as number, numbers.join('.')), absolute: numbers };
};

const numbers: Rule = (core) => {
  const match =
    /^([0-9۰-۹٠-٩０-９]{1,3})(?:([.．])(?=\s|[^\d\s۰-۹.．,])|([)）])|([、])|\s?([-–—/])(?=\s|\p{Lu})|([/])(?=\p{L}))/u.exec(
      core,
    );
  if (!match) return null;
  const value = Number(plainDigits(match[1] as string));
  const style = match[3] ? '1)' : match[4] ? '1、' : match[5] || match[6] ? `1${match[5] ?? match[6]}` : '1.';
  return marker(match[0], style, value, match[3] ? `(${value})` : String(value));
};

const bracketed: Rule = (core) => {
  const match = /^[(（]([0-9۰-۹٠-٩０-９]{1,3}|[ivxlIVXL]{1,5}|[a-zđA-ZĐ]|[一二三四五六七八九十]{1,3})[)）]/.exec(core);
  if (!match) return null;
  const inner = plainDigits(match[1] as string);
  if (/^\d/.test(inner)) return marker(match[0], '(1)', Number(inner), `(${inner})`);
  const han = hanValue(inner);
  if (han !== null) return marker(match[0], '（一）', han, `(${han})`);
  return lettered(match[0], inner, '(', ')', `(${inner})`);
};

function lettered(text: string, letters: string, before: string, after: string, part: string): Marker | null {
  const capital = letters !== letters.toLowerCase();
  const romanStyle = `${before}${capital ? 'I' : 'i'}${after}`;
  const letterStyle = `${before}${capital ? 'A' : 'a'}${after}`;
  const roman = /^[lcd]$/i.test(letters) ? null : romanValue(letters);
  if (letters.length > 1) return roman === null ? null : marker(text, romanStyle, roman, part);
  const { latin, vietnamese } = letterValues(letters);
  const base = marker(text, letterStyle, latin ?? vietnamese, part);
  if (roman !== null) {
    // A capital I, V or X opens a Roman list far more often than an alphabetic one.
    return capital || letters === 'i'
      ? { ...marker(text, romanStyle, roman, part), otherStyle: letterStyle, otherValue: latin }
      : { ...base, otherStyle: romanStyle, otherValue: roman };
  }
  return vietnamese !== latin ? { ...base, otherStyle: letterStyle, otherValue: vietnamese } : base;
}

const romans: Rule = (core) => {
  const match = /^([IVXLC]{1,6})(?:([.)])(?=\s|\p{Lu})|\s?([-–—/])(?=\s|\p{Lu}))/u.exec(core);
  if (!match) return null;
  const after = match[2] ?? match[3] ?? '.';
  return lettered(match[0], match[1] as string, '', after === '–' || after === '—' ? '-' : after, match[1] as string);
};

const letters: Rule = (core) => {
  const match = /^([a-zđ]|[ivxl]{2,5})([).])(?=\s)|^([A-HĐ])([.)])(?=\s)/u.exec(core);
  // "A. B. Orlan" is a name.
  if (!match || /^\p{Lu}\.\s\p{Lu}\./u.test(core)) return null;
  const letter = (match[1] ?? match[3]) as string;
  const after = (match[2] ?? match[4]) as string;
  return lettered(match[0], letter, '', after, after === '.' ? letter : `(${letter})`);
};

const ABJAD = ['الف', 'ب', 'پ', 'ج', 'چ', 'د', 'ه', 'و', 'ز', 'ح', 'ط', 'ی'];
const ABJAD_OLD = ['الف', 'ب', 'ج', 'د', 'ه', 'و', 'ز', 'ح', 'ط', 'ی'];
const persianLetters: Rule = (core) => {
  const match = /^[(]?(الف|[بپجچدهوزحطی])ـ?\s?(?:[)]|[-–](?=\s)|\.(?=\s))/.exec(core);
  if (!match) return null;
  const letter = match[1] as string;
  const found = marker(match[0], 'الف', ABJAD_OLD.indexOf(letter) + 1 || ABJAD.indexOf(letter) + 1, `(${letter})`);
  const other = ABJAD.indexOf(letter) + 1;
  return other === found.value ? found : { ...found, otherStyle: 'الف', otherValue: other };
};

const hanNumbers: Rule = (core) => {
  const match = /^([一二三四五六七八九十]{1,3})([、，．.])/.exec(core);
  const value = match ? hanValue(match[1] as string) : null;
  return match && value !== null ? marker(match[0], '一、', value, String(value)) : null;
};

/** A Chinese or Roman number alone on its line heads a part. */
const loneNumber: Rule = (core) => {
  const han = hanValue(core);
  if (han !== null) return marker(core, '一、', han, String(han));
  const roman = /^[IVX]{1,6}$/.test(core) ? romanValue(core) : null;
  return roman === null ? null : marker(core, 'I.', roman, core);
};

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const circled: Rule = (core) => {
  const value = CIRCLED.indexOf(core[0] ?? '') + 1;
  return value > 0 ? marker(core[0] as string, '①', value, `(${value})`) : null;
};

const ORDINAL_WORDS = new Map<string, number>(
  Object.values(ordinals.words).flatMap((list) =>
    list.flatMap((forms, index) => forms.map((form): [string, number] => [form.toLowerCase(), index + 1])),
  ),
);
const ORDINAL = new RegExp(
  `^(${[...ORDINAL_WORDS.keys()].sort((a, b) => b.length - a.length).join('|')})\\s*(?:[,，:：،；;、]|(?=是))`,
  'iu',
);

const ordinalWords: Rule = (core) => {
  const match = ORDINAL.exec(core);
  const value = match ? ORDINAL_WORDS.get((match[1] as string).toLowerCase()) : undefined;
  return match && value !== undefined ? marker(match[0], 'ordinal', value, String(value)) : null;
};

const bullets: Rule = (core) => {
  const match = /^([-–—•+*·▪●◦‣○■□➢✓❖]|\uF0B7|o(?=\t| {2,}))(?=\s+\S|[^\s\d\-–—+*=.])/u.exec(core);
  if (!match) return null;
  const sign = match[1] === '–' || match[1] === '—' ? '-' : (match[1] as string);
  return marker(match[0], sign, null, '');
};

const BY_FIRST: readonly [RegExp, readonly Rule[]][] = [
  [/^[0-9۰-۹٠-٩０-９]/, [decimals, numbers]],
  [/^[(（]/, [bracketed, persianLetters]],
  [/^[一二三四五六七八九十第首其]/, [hanDivisions, hanNumbers, ordinalWords, loneNumber]],
  [/^[①-⑳]/, [circled]],
  [/^[\p{L}]/u, [divisions, ordinalWords, romans, letters, persianLetters, loneNumber, bullets]],
  [/^[^\p{L}\p{N}\s]/u, [bullets]],
];

/**
 * The marker a line begins with, or null. Knows figures of four scripts, Roman and Chinese numerals, letters in Latin
 * and Vietnamese order, divisions (`Điều 5`, `第五条`), ordinal words (`Một là,`, `第一，`) and bullets.
 */
export function readMarker(core: string): Marker | null {
  if (core.length > 60) core = core.slice(0, 60);
  for (const [first, rules] of BY_FIRST) {
    if (!first.test(core)) continue;
    for (const rule of rules) {
      const found = rule(core);
      if (found) return found;
    }
    return null;
  }
  return null;
}
