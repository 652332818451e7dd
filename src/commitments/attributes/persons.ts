import { countryMatcher } from '../../vocabulary/index.ts';
import { isGivenName } from './given-names.ts';
import type { Parties } from './parties.ts';
import { partyOfChinesePerson } from './persons-chinese.ts';

const NAME = /\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)+/gu;
const HAN = /^\p{Script=Han}/u;
const NEAR = 120;
/** Straight beside a name (`of Tavoria, Rolan Esker`) a state counts this often. */
const BESIDE = 10;
const OCCURRENCES = 20;
/** Between a state and the name beside it stand honours and given names only: `of Tavoria, H.E. Mr. Rolan Esker`. */
const INTRODUCTION = /^,? ?(?:(?:the |His |Her )?\p{Lu}[\p{L}’'-]*\.?(?:\p{Lu}\.)? ?){0,6}$/u;

/** "Amina Otieno of Kenya", "Amina Otieno (Kenya)". */
const OF_STATE = /^ (?:of (?:the )?(?:(?:Republic|Kingdom|State|Federation|Union) of (?:the )?)?|\()$/u;
/** A state behind the office of somebody else is that one's: "…, Prime Minister Ram Thapa of Nepal". */
const OTHER_OFFICE =
  /(?:President|Minister|Premier|Chancellor|King|Queen|Emir|Sultan) (?:\p{Lu}[\p{L}’'.-]* )*(?:of|\()/u;

interface Named {
  readonly code: string | undefined;
  readonly start: number;
  readonly end: number;
}

/** The parties a stretch of text names, in order: known states, and the names of others. */
export function partiesIn(text: string, { unknown }: Parties): Named[] {
  const known = countryMatcher()
    .scan(text)
    .filter(({ start, end }) => !isGivenName(text, start, end))
    .map(({ start, end, value }) => ({ code: value[0], start, end }));
  const others = unknown.flatMap(({ id, forms }) =>
    [...text.matchAll(forms)].map((match) => ({ code: id, start: match.index, end: match.index + match[0].length })),
  );
  return [...known, ...others].sort((a, b) => a.start - b.start);
}

/** Adds what the text about one occurrence of a name says for each party. */
function weigh(votes: Map<string, number>, parties: Parties, text: string, start: number, end: number): void {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  const vote = (code: string | undefined, distance: number, beside: boolean) => {
    if (code !== undefined) votes.set(code, (votes.get(code) ?? 0) + (beside ? BESIDE : 20 / (20 + distance)));
  };
  const next = partiesIn(after, parties)[0];
  // "…, Prime Minister of A, Mira Voss, Prime Minister of B": what stands behind a name between commas is its own.
  const between = next === undefined ? '' : after.slice(0, next.start);
  const behind =
    next !== undefined && (/^, (?:(?:the|of|nước|\p{Lu}\p{L}*) ?)*$/u.test(between) || OF_STATE.test(between));
  if (next && (behind || !OTHER_OFFICE.test(between))) vote(next.code, next.start, behind);
  const last = partiesIn(before, parties).at(-1);
  if (last) vote(last.code, before.length - last.end, !behind && INTRODUCTION.test(before.slice(last.end)));
}

const OFFICES = new Set(
  'President Vice Prime Minister Ministers Premier Chancellor King Queen Sultan Emir Secretary General Chairman Chair Leader State Foreign Deputy Crown Prince Princess Speaker Governor Comrade Excellency Majesty Highness Tổng Bí Thư Chủ Tịch Thủ Tướng Bộ Trưởng Phó Quốc Vương Thống'.split(
    ' ',
  ),
);

/** `Prime Minister Venn`: the office says nothing of who it is. */
function isOffice(word: string): boolean {
  return OFFICES.has(word) || word.length < 3;
}

/** Persons are introduced in the first 200,000 letters; farther on is not looked. */
const INTRODUCED = 200_000;

/** "Thủ tướng Venn", "Ông Venn" at the end of a subject: an office or honour with one name of a person. */
const VIETNAMESE_ONE_NAME =
  /(?:Thủ tướng|Tổng thống|Chủ tịch|Bộ trưởng|Ngoại trưởng|Thứ trưởng|Quốc vương|Nhà vua|Thái tử|Đại sứ|Tổng Bí thư|Ngài|Ông|Bà) (\p{Lu}[\p{Ll}’'-]{2,})\s*$/u;

/**
 * The party of a person named in a subject, or null.
 * @param ofName `partyOfName` of the document: the same names come back in many subjects
 */
export function partyOfPerson(
  subject: string,
  whole: string,
  parties: Parties,
  ofName: (name: string) => string | null,
): string | null {
  const chinese = HAN.test(subject) ? partyOfChinesePerson(subject, whole.slice(0, INTRODUCED), parties) : null;
  if (chinese !== null) return chinese;
  for (const [name] of subject.matchAll(NAME)) {
    const party = ofName(name);
    if (party !== null) return party;
  }
  const single = VIETNAMESE_ONE_NAME.exec(subject)?.[1];
  return single === undefined ? null : ofName(`Thủ Tướng ${single}`);
}

/** Family names of Viet Nam; beside China only the one that Chinese names in Vietnamese do not bear. */
const FAMILY = /^(?:Nguyễn|Phạm|Bùi|Võ|Vũ|Đỗ|Phan|Lê|Trần|Ngô|Huỳnh|Hoàng|Lương|Tô)$/u;
const FAMILY_BESIDE_CHINA = /^Nguyễn$/u;

/** "Thủ tướng Nguyễn Văn An": a Vietnamese name of three words or more, behind the office. */
function isVietnamese(words: readonly string[], { codes }: Parties): boolean {
  const name = words.filter((word) => !OFFICES.has(word));
  const family = codes.includes('CN') ? FAMILY_BESIDE_CHINA : FAMILY;
  return codes.includes('VN') && name.length > 2 && family.test(name[0] ?? '');
}

/** The party of a person by the name, by the states named about each place where the document has it; null where none is. */
export function partyOfName(name: string, whole: string, parties: Parties): string | null {
  const words = name.split(' ');
  if (words[0] === 'The') words.shift();
  if (words.length < 2 || words.every((word) => OFFICES.has(word))) return null;
  if (isVietnamese(words, parties)) return 'VN';
  const text = whole.slice(0, INTRODUCED);
  const votes = new Map<string, number>();
  const least = isOffice(words.at(-1) ?? '') ? words.length - 1 : words.length;
  for (let first = 0; first < least; first++) {
    if (first > 0 && isOffice(words[first] ?? '')) continue;
    const tail = words.slice(first).join(' ');
    let at = text.indexOf(tail);
    for (let count = 0; at >= 0 && count < OCCURRENCES; count++) {
      weigh(votes, parties, text, at, at + tail.length);
      at = text.indexOf(tail, at + tail.length);
    }
  }
  const codes = parties.constellation === 'many' ? parties.codes : parties.codes.slice(0, 2);
  const [best] = [...votes].filter(([code]) => codes.includes(code)).sort((a, b) => b[1] - a[1]);
  return best !== undefined && best[1] >= 1 ? best[0] : null;
}

/** Names stand in the beginning of a text; farther on is not looked. */
const BEGINNING = 20_000;

/** What stands before a name inside a sentence. */
const GOES_ON = /\p{Ll},? $/u;
const LETTER = /^\p{L}/u;

/** A word with a capital that the text also has inside sentences is a name, not the beginning of one. */
export function isName(word: string, whole: string): boolean {
  const text = whole.slice(0, BEGINNING);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const after = at + word.length;
    if (GOES_ON.test(text.slice(Math.max(0, at - 4), at)) && !LETTER.test(text.slice(after, after + 2))) return true;
  }
  return false;
}
