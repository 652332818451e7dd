import type { z } from 'zod';
import { chineseUnitId } from './chinese-units.ts';
import vi from './data/units/vi.json' with { type: 'json' };
import { kebab } from './fold.ts';
import type { unitPartsSchema } from './word-schemas.ts';

export const UNIT_PARTS: z.infer<typeof unitPartsSchema> = vi as z.infer<typeof unitPartsSchema>;

const HAN = /^\p{Script=Han}/u;
const FIELDS = new Map(UNIT_PARTS.fields.map(({ form, id }) => [form.toLowerCase(), id]));
const WORDS = new Map((UNIT_PARTS.words ?? []).map(({ form, id }) => [form, id]));
const HEADS = UNIT_PARTS.heads
  .map(({ form, id }) => ({ form: form.toLowerCase(), id }))
  .sort((a, b) => b.form.length - a.form.length);
const AND = /^(?:và|[-–&])$/u;
/** Syllables of the longest word of a field. */
const LONGEST = Math.max(...[...WORDS.keys()].map((form) => form.split(' ').length));

/** Whether words, in small letters, are a word of which fields of bodies are made. */
export function isUnitWord(words: string): boolean {
  return WORDS.has(words) || FIELDS.has(words);
}

/** The longest known word that begins at a syllable, with the syllables it takes; a comma after its last is left out. */
function wordAt(syllables: readonly string[], at: number): { id: string; length: number } | null {
  for (let length = Math.min(LONGEST, syllables.length - at); length > 0; length--) {
    const form = syllables
      .slice(at, at + length)
      .join(' ')
      .toLowerCase();
    const id = WORDS.get(form.replace(/,$/, ''));
    if (id !== undefined) return { id, length };
  }
  return null;
}

/**
 * The field of a body in English, word by word: Vietnamese puts what tells more behind, English before. Proper names are
 * kept letter by letter; null where a word is not known.
 */
function translated(field: string): string | null {
  const syllables = field.split(/\s+/u);
  const groups: string[][] = [[]];
  let name: string[] = [];
  let known = false;
  const close = (): void => {
    if (name.length > 0) groups.at(-1)?.unshift(kebab(name.join(' ')));
    name = [];
  };
  for (let at = 0; at < syllables.length; ) {
    const syllable = syllables[at] as string;
    const word = wordAt(syllables, at);
    if (word === null && !AND.test(syllable) && !/^\p{Lu}/u.test(syllable)) return null;
    if (word === null && !AND.test(syllable)) name.push(syllable);
    else close();
    if (word !== null) groups.at(-1)?.unshift(word.id);
    known ||= word !== null;
    at += word?.length ?? 1;
    if (AND.test(syllable) || syllables[at - 1]?.endsWith(',')) {
      close();
      groups.push([]);
    }
  }
  close();
  const said = groups.filter((group) => group.length > 0).map((group) => group.join('-'));
  return known ? said.join('-and-') : null;
}

/** "các trường đại học", "Các Cục": more bodies than one. */
const SEVERAL = /^(?:các|những) (?=\p{L})/iu;
/** Whose bodies of one kind are, after their name: the provinces' or both sides'. */
const PROVINCES = / (?:của )?(?:các|hai|ba) (?:tỉnh|địa phương|thành phố)(?: .*)?$/u;
const SIDES = / (?:của )?(?:hai|ba|các) (?:[Bb]ên|[Nn]ước|[Pp]hía)$/u;
/** Whose one body is: the author's or the other side's. */
const OWNER = / (?:tỉnh|(?:của )?(?:nước )?bạn)$/u;

function plural(id: string): string {
  const [first = '', ...rest] = id.split('-of-');
  const many = /[^aeiou]y$/.test(first) ? `${first.slice(0, -1)}ies` : first.endsWith('s') ? first : `${first}s`;
  return [
    many === 'agencies' || many.endsWith('-agencies') ? many.replace('agencies', 'authorities') : many,
    ...rest,
  ].join('-of-');
}

/** Whether words name a kind of bodies (`các trường đại học`): a head and what it is for, both known. */
export function namesBodies(words: string): boolean {
  const small = words.toLowerCase().replace(SEVERAL, '').replace(PROVINCES, '').replace(SIDES, '');
  const head = HEADS.find(({ form }) => small.startsWith(`${form} `));
  return head !== undefined && translated(small.slice(head.form.length).trim()) !== null;
}

/**
 * A kebab id for a body that no register knows: `Vụ Hợp tác quốc tế` → `international-cooperation-department`, `Cục Y tế
 * dự phòng` → `preventive-medicine-department`; names with words that are not known, and English ones, letter by letter.
 */
export function proposeUnitId(name: string): string {
  if (HAN.test(name)) return chineseUnitId(name);
  const bare = name.replace(SEVERAL, '').replace(PROVINCES, '').replace(SIDES, '');
  if (bare !== name && bare !== '') {
    const id = plural(proposeUnitId(bare.charAt(0).toUpperCase() + bare.slice(1)));
    return PROVINCES.test(name) ? `provincial-${id}` : id;
  }
  const small = name.toLowerCase();
  const head = HEADS.find(({ form }) => small === form || small.startsWith(`${form} `));
  if (head === undefined) return kebab(name);
  const rest = name
    .slice(head.form.length)
    .replace(OWNER, '')
    .replace(/^ tại /u, ' ')
    .trim();
  if (rest === '') return head.id.replace(/-of$/, '');
  const field = FIELDS.get(rest.toLowerCase()) ?? translated(rest) ?? kebab(rest);
  return head.id.endsWith('-of') ? `${head.id}-${field}` : `${field}-${head.id}`;
}
