import type { z } from 'zod';
import { chineseUnitId } from './chinese-units.ts';
import vi from './data/units/vi.json' with { type: 'json' };
import { kebab } from './fold.ts';
import type { unitPartsSchema } from './word-schemas.ts';

export const UNIT_PARTS: z.infer<typeof unitPartsSchema> = vi as z.infer<typeof unitPartsSchema>;

const HAN = /^\p{Script=Han}/u;
const FIELDS = new Map(UNIT_PARTS.fields.map(({ form, id }) => [form.toLowerCase(), id]));
const WORDS = new Map((UNIT_PARTS.words ?? []).map(({ form, id }) => [form, id]));
const MODIFIERS = new Map((UNIT_PARTS.modifiers ?? []).map(({ form, id }) => [form, id]));
/** Names that are put into English as a whole, as the bodies themselves do. */
const NAMES = new Map((UNIT_PARTS.names ?? []).map(({ form, id }) => [form.toLowerCase(), id]));
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

interface FieldWord {
  readonly id: string;
  /** The same before a noun: `cultural` where `id` is `culture`. */
  readonly modifier: string;
  readonly length: number;
}

/** The longest known word that begins at a syllable, with the syllables it takes; a comma after its last is left out. */
function wordAt(syllables: readonly string[], at: number): FieldWord | null {
  for (let length = Math.min(LONGEST, syllables.length - at); length > 0; length--) {
    const form = syllables
      .slice(at, at + length)
      .join(' ')
      .toLowerCase();
    const bare = form.replace(/,$/, '');
    const id = WORDS.get(bare);
    if (id !== undefined) return { id, modifier: MODIFIERS.get(bare) ?? id, length };
  }
  return null;
}

/** Words between the names of a field that English leaves out. */
const LINK = /^(?:các|những|của|về|cho|thuộc|trong|tại|ở)$/iu;
/** "Ty An ninh tỉnh Xay Nha Lư": the kind of a place before its name. */
const OF_PLACE = / (?:của )?(?:tỉnh|thành phố|thị xã|huyện|xã|phường|đặc khu) (?=\p{Lu})/gu;
/** What is said of all that is joined before it (`Tiêu chuẩn và Chất lượng Quốc gia`). */
const OF_ALL = /^(?:national|central|state|provincial)$/;

/** Parts of a field that `và`, a comma or a dash joins, each put together in English from behind. */
class Field {
  private readonly groups: string[][] = [[]];
  private name: string[] = [];
  private known = false;

  /** A syllable no list has: part of a name, which is kept letter by letter. */
  spell(syllable: string): void {
    this.name.push(syllable);
  }

  add({ id, modifier }: FieldWord): void {
    this.close();
    const group = this.groups.at(-1);
    group?.unshift(group.length > 0 ? modifier : id);
    this.known = true;
  }

  next(): void {
    this.close();
    this.groups.push([]);
  }

  private close(): void {
    if (this.name.length > 0) this.groups.at(-1)?.unshift(kebab(this.name.join(' ')));
    this.name = [];
  }

  said(): string | null {
    this.close();
    const groups = this.groups.filter((group) => group.length > 0);
    const last = groups.at(-1);
    if (groups.length > 1 && last !== undefined && last.length > 1 && OF_ALL.test(last[0] ?? ''))
      groups[0]?.unshift(last.shift() ?? '');
    return this.known ? groups.map((group) => group.join('-')).join('-and-') : null;
  }
}

/**
 * The field of a body in English, word by word: Vietnamese puts what tells more behind, English before. Proper names are
 * kept letter by letter; null where no word is known, or, where every one `must` be, one in small letters is not.
 */
function translated(field: string, must = false): string | null {
  const syllables = field.replace(OF_PLACE, ' ').split(/\s+/u);
  const made = new Field();
  for (let at = 0; at < syllables.length; ) {
    const syllable = syllables[at] as string;
    const word = wordAt(syllables, at);
    if (word !== null) made.add(word);
    else if (must && !AND.test(syllable) && !/^\p{Lu}/u.test(syllable)) return null;
    else if (!AND.test(syllable) && !LINK.test(syllable)) made.spell(syllable.replace(/,$/, ''));
    at += word?.length ?? 1;
    if (AND.test(syllable) || syllables[at - 1]?.endsWith(',')) made.next();
  }
  return made.said();
}

/** The id of a body whose whole name is known, with the state whose body it is (`Đài Truyền hình Việt Nam`); null where it is not. */
export function namedUnitId(name: string): string | null {
  return NAMES.get(name.toLowerCase()) ?? null;
}

/** "các trường đại học", "Các Cục": more bodies than one. */
const SEVERAL = /^(?:các|những) (?=\p{L})/iu;
/** Whose bodies of one kind are, after their name: the provinces' or both sides'. */
const PROVINCES = / (?:của )?(?:các|hai|ba) (?:tỉnh|địa phương|thành phố)(?:[ ,].*)?$/u;
const SIDES = / (?:của )?(?:hai|ba|các) (?:[Bb]ên|[Nn]ước|[Pp]hía)$/u;
/** Whose one body is: the author's or the other side's. */
const OWNER = /(?: (?:(?:chi nhánh )?tỉnh|(?:Tỉnh|Thành|Huyện|Thị) ủy|thành phố|(?:của )?(?:nước )?bạn))$/u;
/** The state whose body it is, where its name goes without saying. */
const STATE = / (?:Việt Nam|VN)$/u;

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
  return head !== undefined && translated(small.slice(head.form.length).trim(), true) !== null;
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
  const own = name.replace(STATE, '');
  const whole = NAMES.get(name.toLowerCase()) ?? NAMES.get(own.toLowerCase());
  if (whole !== undefined) return whole;
  const small = name.toLowerCase();
  const head = HEADS.find(({ form }) => small === form || small.startsWith(`${form} `));
  if (head === undefined) return kebab(name);
  const rest = own
    .slice(head.form.length)
    .replace(OWNER, '')
    .replace(/^ tại /u, ' ')
    .trim();
  if (rest === '') return head.id.replace(/-of$/, '');
  const field = FIELDS.get(rest.toLowerCase()) ?? translated(rest) ?? kebab(rest);
  return head.id.endsWith('-of') ? `${head.id}-${field}` : `${field}-${head.id}`;
}
