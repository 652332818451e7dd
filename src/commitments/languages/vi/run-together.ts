import type { FlatText } from '../../../documents/index.ts';
import { TextUnits } from '../../../kernel/index.ts';

/** No Vietnamese syllable has so many letters. */
const TOO_LONG = 8;
/** A text with fewer words that cannot be one syllable holds a foreign name or two. */
const LEAST = 3;

const ONSET = '(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?';
const OPEN =
  'a|ai|am|an|ang|anh|ao|au|ay|ăm|ăn|ăng|âm|ân|âng|âu|ây|e|em|en|eng|eo|ê|êm|ên|ênh|êu|i|ia|iêm|iên|iêng|iêu|im|in|inh|iu|o|oa|oai|oam|oan|oang|oanh|oao|oay|oăm|oăn|oăng|oe|oen|oeo|oi|om|on|ong|oong|ô|ôi|ôm|ôn|ông|ơ|ơi|ơm|ơn|u|ua|uân|uâng|uây|uê|uênh|ui|um|un|ung|uôi|uôm|uôn|uông|uơ|uy|uya|uyên|uynh|uyu|ư|ưa|ưi|ưm|ưn|ưng|ươi|ươm|ươn|ương|ươu|ưu|y|yêm|yên|yêng|yêu';
const STOPPED =
  'ac|ach|ap|at|ăc|ăp|ăt|âc|âp|ât|ec|ep|et|êch|êp|êt|ich|iêc|iêp|iêt|ip|it|oac|oach|oap|oat|oăc|oăt|oc|oet|ooc|op|ot|ôc|ôp|ôt|ơp|ơt|uât|uc|uêch|uôc|uôt|up|ut|uych|uyêt|uyt|ưc|ươc|ươp|ươt|ưt|yêt';
const SYLLABLE = new RegExp(`^${ONSET}(?:${OPEN})$`, 'u');
const STOPPED_SYLLABLE = new RegExp(`^${ONSET}(?:${STOPPED})$`, 'u');
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/u;
/** Syllables that end in a stop have one of two tones. */
const SHARP = /[\u0301\u0323]/u;
/** A letter only Vietnamese has. Small and capital ones are named: without regard to case the range holds `ſ`, and so `s`. */
const MARKED = /[À-ỹ]/u;
const WORD = /\p{L}{4,40}/gu;

/** Whether letters can be one Vietnamese syllable (spelling of the national script, rimes and tones). */
function isSyllable(letters: string): boolean {
  const apart = letters.toLowerCase().normalize('NFD');
  const plain = apart.replace(TONE, '').normalize('NFC');
  if (TONE.test(plain.normalize('NFD'))) return false;
  return SYLLABLE.test(plain) || (SHARP.test(apart) && STOPPED_SYLLABLE.test(plain));
}

const isUpper = (letter: string | undefined) => letter !== undefined && letter !== letter.toLowerCase();

/** The ways to part a run of letters into syllables, as the places where they begin; those of `known` only, where given. */
function ways(word: string, known: ReadonlySet<string> | null): number[][] {
  const found: number[][][] = [[[]]];
  for (let end = 1; end <= word.length; end += 1) {
    const here: number[][] = [];
    for (let start = Math.max(0, end - TOO_LONG + 1); start < end - 1; start += 1) {
      const before = found[start] ?? [];
      const letters = word.slice(start, end);
      if (before.length === 0 || [...letters.slice(1)].some(isUpper)) continue;
      if (known === null ? !isSyllable(letters) : !known.has(letters.toLowerCase())) continue;
      for (const places of before) if (here.length < SEVERAL) here.push([...places, start]);
    }
    found[end] = here;
  }
  return found[word.length] ?? [];
}
const SEVERAL = 16;

/** Where a run of letters is parted: as the text writes its syllables elsewhere, or the one way to part it into the fewest; else nowhere. */
function partings(word: string, known: ReadonlySet<string>): readonly number[] {
  if (!MARKED.test(word) || isSyllable(word) || word === word.toUpperCase()) return [];
  const written = ways(word, known);
  const all = written.length > 0 ? written : ways(word, null);
  const fewest = Math.min(...all.map(({ length }) => length));
  const [only, other] = all.filter(({ length }) => length === fewest);
  return only === undefined || other !== undefined ? [] : only.slice(1);
}

const LETTERS = /\p{L}+/gu;

const texts = new TextUnits();
const [A, Z, LATIN, GREEK, VIETNAMESE] = [0x41, 0x5a, 0xc0, 0x370, 0x1ea0];

/** Latin letters by their UTF-16 units; a whole text is gone through, which patterns take three times as long for. */
function isLetter(unit: number): boolean {
  const small = unit | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (unit >= LATIN && unit < GREEK) || (unit >= VIETNAMESE && unit < 0x1f00);
}

/** Capitals among them: in the Vietnamese block every other. */
function isCapital(unit: number): boolean {
  if (unit < LATIN) return unit >= A && unit <= Z;
  return unit >= VIETNAMESE ? unit % 2 === 0 : unit <= 0xde || unit === 0x110 || unit === 0x102 || unit === 0x1a0;
}

/** Words with Vietnamese letters that are longer than a syllable can be, or have a capital behind a small letter. */
function oddWords(text: string): string[] {
  const units = texts.of(text);
  const odd: string[] = [];
  let start = -1;
  let inside = false;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? (units[at] as number) : 0;
    if (isLetter(unit)) {
      if (start < 0) start = at;
      else if (isCapital(unit) && !isCapital(units[at - 1] as number)) inside = true;
      continue;
    }
    if (start >= 0 && (inside || at - start >= TOO_LONG)) {
      const word = text.slice(start, at);
      if (MARKED.test(word)) odd.push(word);
    }
    start = -1;
    inside = false;
  }
  return odd;
}

/** Syllables are gathered from so many letters of a text. */
const ENOUGH = 200_000;

/** What a text's words are parted by where they run together. */
export type Syllables = ReadonlySet<string>;

/**
 * The syllables of a Vietnamese text whose words run together (`tăngcường`, `TrungQuốc`), as in web pages that lost their
 * line breaks: some words are longer than a syllable can be, or have a capital inside. Null for any other text.
 */
export function syllablesOfJoined(text: string): Syllables | null {
  const odd = oddWords(text);
  if (odd.length < LEAST) return null;
  const known = new Set<string>();
  for (const word of new Set(text.slice(0, ENOUGH).match(LETTERS)))
    if (word.length > 1 && isSyllable(word)) known.add(word.toLowerCase());
  return odd.filter((word) => partings(word, known).length > 0).length < LEAST ? null : known;
}

/** The text with a blank where words run together, with the way back to the text's own offsets. */
export function parted(flat: FlatText, known: Syllables): FlatText {
  const blanks: number[] = [];
  for (const { 0: word, index } of flat.text.matchAll(WORD)) {
    for (const at of partings(word, known)) blanks.push(index + at);
  }
  if (blanks.length === 0) return flat;
  let text = '';
  let kept = 0;
  for (const at of blanks) {
    text += `${flat.text.slice(kept, at)} `;
    kept = at;
  }
  text += flat.text.slice(kept);
  /** An offset of the parted text in the flat one: the blanks before it are not there. */
  const back = (offset: number) => {
    let before = 0;
    while (before < blanks.length && (blanks[before] as number) + before < offset) before += 1;
    return offset - before;
  };
  return {
    text,
    at: (offset) => flat.at(back(offset)),
    raw: ({ start, end }) => flat.raw({ start: back(start), end: back(end) }),
  };
}
