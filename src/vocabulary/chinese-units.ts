import zh from './data/units/zh.json' with { type: 'json' };
import { pinyin } from './pinyin.ts';

const HEADS = [...zh.heads].sort((a, b) => b.form.length - a.form.length);
const FIELDS = new Map(zh.fields.map(({ form, id }) => [form, id]));
/** Words of which fields are made besides: they name an office only together with others. */
const WORDS = new Map([...FIELDS, ...zh.words.map(({ form, id }) => [form, id] as const)]);
/** Names that are put into English as a whole, as the bodies themselves do. */
const WHOLE = new Map(zh.names.map(({ form, id }) => [form, id]));
/** Words before a body's field that only say whose it is. */
const OWNER =
  /^(?:我|本|全(?!国)|各自|各级|各有关|各|有关|相关|双方|两国|两省|两市|两地|三国)?(?:省人民政府|市人民政府|省政府|市政府|省委(?=[^，。]{2})|市委(?=[^，。]{2})|省|市(?!场)|州|县|自治区|区|乡(?![村镇]))?/u;

const LONGEST = Math.max(...[...WORDS.keys()].map((form) => form.length));

/** The longest known word of a field that begins at a character; empty where none does. */
function wordAt(words: string, at: number): string {
  let length = Math.min(LONGEST, words.length - at);
  while (length > 0 && !WORDS.has(words.slice(at, at + length))) length -= 1;
  return words.slice(at, at + length);
}

/** A field in English, word by word (`教育体育`), what no list has by its sound; null where a word `must` be known and is not, or none is. */
function fieldOf(words: string, must: boolean): string | null {
  const found: string[] = [];
  let unknown = '';
  const sound = (): void => {
    if (unknown !== '') found.push(pinyin(unknown));
    unknown = '';
  };
  let known = 0;
  for (let at = 0; at < words.length; ) {
    if (at > 0 && /[和与、]/u.test(words.charAt(at))) at += 1;
    const word = wordAt(words, at);
    if (word === '' && must) return null;
    if (word === '') unknown += words.charAt(at);
    else {
      sound();
      found.push(WORDS.get(word) as string);
      known += word.length;
    }
    at += Math.max(1, word.length);
  }
  sound();
  if (known * 2 < words.length) return null;
  return found.join('-and-').replace(/^(national|central|local)-and-/, '$1-');
}

/** `临江市人民政府`: the government of a place that is named. */
const OF_PLACE = /^(\p{Script=Han}{2,4}?)(?:省|市|县|州|区|自治州|府)(?:人民)?政府$/u;

/** `青川市公安局`: the office of a place that is named. */
const BODY_OF_PLACE = /^(\p{Script=Han}{2,3})(?:省|市|州|县)(\p{Script=Han}{2,})$/u;

/** A kebab id for a Chinese body that no register knows: `省商务厅` → `department-of-commerce`, other names by their sound. */
export function chineseUnitId(name: string): string {
  const place = OF_PLACE.exec(name)?.[1];
  if (place !== undefined) return `${pinyin(place)}-government`;
  const own = name.replace(OWNER, '');
  const whole = WHOLE.get(name) ?? WHOLE.get(own);
  if (whole !== undefined) return whole;
  const [, owner, body] = BODY_OF_PLACE.exec(name) ?? [];
  const local = body === undefined ? null : knownChineseUnit(body);
  if (owner !== undefined && local !== null) return `${pinyin(owner)}-${local}`;
  const head = HEADS.find(({ form }) => own.endsWith(form));
  if (head === undefined) return pinyin(name);
  const rest = own.slice(0, -head.form.length);
  if (rest === '') return head.id.replace(/-of$/, '');
  const field = fieldOf(rest, false) ?? pinyin(rest);
  if (head.id === 'departments') return `${field}-departments`;
  return head.id.endsWith('-of') ? `${head.id}-${field}` : `${field}-${head.id}`;
}

/** Bodies that are known by their kind alone, whatever long name stands before it (`两国总理定期会晤机制秘书处`). */
const BY_KIND =
  /^(?:secretariat|(?:joint-)?expert-group|(?:joint-)?working-group|joint-committee|leading-group|task-force)$/;

/** The id of a Chinese body whose kind and field are known; null for others. */
export function knownChineseUnit(name: string): string | null {
  const own = name.replace(OWNER, '');
  const whole = WHOLE.get(name) ?? WHOLE.get(own);
  if (whole !== undefined) return whole;
  const head = HEADS.find(({ form }) => own.endsWith(form));
  if (head === undefined) return null;
  const rest = own.slice(0, -head.form.length);
  if (fieldOf(rest, true) !== null) return chineseUnitId(name);
  return BY_KIND.test(head.id) || (rest === '' && own.length > 2) ? head.id : null;
}

const NAMES = [...FIELDS.keys()].sort((a, b) => b.length - a.length).join('|');
const OFFICES = new RegExp(
  `((?:(?:${NAMES})(?:[、和与及]|以及))*)(${NAMES})等?(?:有关|相关|职能|行业)?(?:主管部门|主管机关|部门|机关|机构)`,
  'gu',
);
const KINDS: readonly (readonly [RegExp, string])[] = [
  [/机关$/u, 'authorities'],
  [/机构$/u, 'agencies'],
  [/部门$/u, 'departments'],
];

/** "两国商务主管部门": the competent bodies of both sides, not named. */
const OF_BOTH = /(?:两国|双方)$/u;

/** Offices named by their field (`商务主管部门`, `公安、海关、边防等部门`), with offsets and an id for each field. */
export function chineseOffices(text: string): { start: number; end: number; ids: readonly string[] }[] {
  if (!/部门|机关|机构/u.test(text)) return [];
  return [...text.matchAll(OFFICES)].flatMap((match) => {
    if (/主管/u.test(match[0]) && OF_BOTH.test(text.slice(0, match.index))) return [];
    const fields = `${match[1] ?? ''}${match[2] ?? ''}`
      .split(/[、和与及]|以及/u)
      .flatMap((field) => FIELDS.get(field) ?? []);
    const kind = KINDS.find(([ending]) => ending.test(match[0]))?.[1] ?? 'departments';
    const several = fields.length > 1;
    const ids = fields.map((field) =>
      several ? field : field === 'customs' ? 'customs-authorities' : `${field}-${kind}`,
    );
    return [{ start: match.index, end: match.index + match[0].length, ids }];
  });
}
