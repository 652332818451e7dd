import { knownChineseUnit, namedUnitId, namesBodies } from '../../vocabulary/index.ts';
import type { ActorHit } from './actor-hits.ts';
import type { AttributeContext } from './context.ts';
import { BODY, CHINESE_BODY, HAN_LIST, PROVINCES, partsOf, TITLE } from './proposed-bodies.ts';
import { remembered } from './remembered.ts';

/** "Sở Y tế các tỉnh": the same body of many provinces, which a register of bodies does not list. */
export const OF_PROVINCES = /^ (?:của )?(?:các|hai|ba) (?:tỉnh|địa phương)/u;
/** "Trạm thủy văn của các Bên": bodies of all sides that have no name of their own; the sides act. */
const OF_SIDES = / của (?:hai|ba|các) (?:[Bb]ên|[Nn]ước|[Pp]hía)$/u;
/** "Các Vụ, Cục, Viện, Trung tâm thuộc Bộ": the author's units by their kinds. */
const OWN_UNITS =
  /^(?:[Cc]ác )?\p{Lu}\p{L}*(?: tâm| phòng| cục)?(?:(?:, | và )\p{Lu}\p{L}*(?: tâm| phòng| cục| vị)?)+ (?:trực )?thuộc (?:và trực thuộc )?Bộ$/u;
const NOT_ACTING = /^actors:(?:tasking|leading)$/;
const OWNER = /(?: của| nước| \()+$/u;

interface Part {
  readonly words: string;
  readonly start: number;
  readonly hits: readonly ActorHit[];
}

/** The hit that knows the body a part names, or the whole list it is of; null where no register has it. */
function known({ words, start, hits }: Part): ActorHit | null {
  const reach = start + (words.startsWith('các ') ? 4 : 0);
  const hit = hits.find((one) => one.start <= reach && one.end > reach);
  if (hit === undefined || hit.rule === 'actors:state') return null;
  return OF_PROVINCES.test(words.slice(hit.end - start)) ? null : hit;
}

/** "Bộ Thương mại Na Khăm" without the state whose body it is. */
function withoutOwner({ words, start, hits }: Part): string {
  const owner = hits.find(
    ({ rule, end, start: at }) => rule === 'actors:state' && at > start && end - start >= words.length - 1,
  );
  return owner === undefined
    ? words
    : words
        .slice(0, owner.start - start)
        .trimEnd()
        .replace(OWNER, '');
}

/**
 * Who a list of Vietnamese bodies names, part by part, where registers know only some of them ("Văn phòng Bộ, Vụ Pháp
 * chế"): known ids, and ids proposed for the others. Null where the registers know all, or none is named.
 */
export const listedBodies = readOnce(readList);

type ReadList = (text: string, context: AttributeContext) => readonly string[] | null;

const MOST = 1000;

/** Lists are read once in each document: the same subjects come back in many clauses. */
function readOnce(read: ReadList): ReadList {
  const readers = new WeakMap<AttributeContext, (text: string) => readonly string[] | null>();
  return (text, context) => {
    let known = readers.get(context);
    if (known === undefined) {
      known = remembered(MOST, (words: string) => read(words, context));
      readers.set(context, known);
    }
    return known(text);
  };
}

function readList(words: string, context: AttributeContext): readonly string[] | null {
  const text = words.replace(PROVINCES, '$1');
  const hits = context.phrase(text, 'vi').filter(({ rule }) => !NOT_ACTING.test(rule));
  if (hits.length === 0 && text === words) return null;
  if (OWN_UNITS.test(text)) return ['units'];
  let cursor = 0;
  const parts = partsOf(text).map((piece): Part => {
    const at = text.indexOf(piece, cursor);
    cursor = at + piece.length;
    const words = piece.trim().replace(TITLE, '');
    const start = text.indexOf(words, at);
    return { words, start, hits: hits.filter((hit) => hit.end > start && hit.start < start + words.length) };
  });
  const unknown = parts.filter((part) => BODY.test(part.words) && known(part) === null);
  if (unknown.length === 0 || unknown.some(({ words }) => OF_SIDES.test(words))) return null;
  const ids = parts.flatMap((part) => {
    const hit = known(part);
    if (hit !== null) return hit.ids;
    if (!BODY.test(part.words)) return part.hits.flatMap((one) => one.ids);
    const name = namedUnitId(part.words) === null ? withoutOwner(part) : part.words;
    return /^\p{Lu}[\p{L}, '’&–-]*$/u.test(name) || namesBodies(name)
      ? [context.bodyNames.propose(name)]
      : part.hits.flatMap((one) => one.ids);
  });
  return [...new Set(ids)];
}

/** Institutions that bear the name of their place; offices are known without it. */
const NAMED_BY_PLACE = /(?:院|所|大学)$/u;
/** Words that say whose a body is and name nobody beside it (`两国外交部`). */
const WHOSE = /^actors:(?:two|all|state|place)$/;

/** Who a list of Chinese bodies names (`双方秘书处`, `两国商务部和海关总署`), where registers see only whose they are; else null. */
export const listedChinese = readOnce(readChineseList);

/** `日本政府`: a state by its government. */
const GOVERNMENT = /^国?政府$/u;
/** Localities whose offices are told all at once (`各县（市、区）教育局`): they say whose the office is. */
const OF_LOCALITIES: ReadonlySet<string | undefined> = new Set([
  'localities',
  'counties',
  'municipalities',
  'townships',
  'provinces',
]);
/** What stands in brackets is of the name before it (`各乡（镇、街道）`). */
const IN_BRACKETS = /(?:（[^（）]*）|\([^()]*\))/gu;
/** "各地|各部门": two kinds told side by side. */
const EACH = /^各/u;
/** Words before a body that say which of its kind are meant. */
const WHICH = /^(?:各有关|各相关|有关|相关|各级|各)/u;

/** The parts of a Chinese list, with where they begin. */
function chineseParts(text: string): { readonly words: string; readonly start: number }[] {
  const masked = text.replace(IN_BRACKETS, (inside) => '〇'.repeat(inside.length));
  let from = 0;
  return masked.split(HAN_LIST).map((piece) => {
    const start = masked.indexOf(piece, from);
    from = start + piece.length;
    return { words: text.slice(start, from), start };
  });
}

function readChineseList(text: string, context: AttributeContext): readonly string[] | null {
  const hits = context.phrase(text, 'zh').filter(({ rule }) => !NOT_ACTING.test(rule));
  if (hits.length === 0) return null;
  if (!hits.every(({ rule }) => WHOSE.test(rule))) return mixedList(text, hits, context);
  const ids = chineseParts(text).map(({ words, start }) => {
    if (hits.some((hit) => hit.start === start && hit.end === start + words.length)) return null;
    const owner = hits.find((hit) => hit.start === start && hit.end < start + words.length);
    const body = owner === undefined ? words : text.slice(owner.end, start + words.length);
    if (owner?.rule === 'actors:state' && GOVERNMENT.test(body)) return owner.ids[0] ?? null;
    const told = owner?.rule === 'actors:state' && body.length > 2 && CHINESE_BODY.test(body);
    const id = knownChineseUnit(body) ?? (told ? context.bodyNames.propose(body) : null);
    return id !== null && told && NAMED_BY_PLACE.test(body) ? `${owner.ids[0]}-${id}` : id;
  });
  return ids.some((id) => id === null) ? null : [...new Set(ids as string[])];
}

/** `市教育局、各乡（镇）`, `各县（市、区）教育局`: bodies of which the registers know some, or only the localities they are of; else null. */
function mixedList(text: string, hits: readonly ActorHit[], context: AttributeContext): readonly string[] | null {
  let unknown = false;
  const ids = chineseParts(text).flatMap(({ words, start }): readonly (string | null)[] => {
    const end = start + words.length;
    const within = hits.filter((hit) => hit.start >= start && hit.end <= end);
    const [first] = within;
    if (first !== undefined && first.end === end) return first.ids;
    const office = first !== undefined && first.start === start && OF_LOCALITIES.has(first.ids[0]);
    if (first !== undefined && !office) return [null];
    const body = text.slice(first?.end ?? start, end).replace(WHICH, '');
    if (!CHINESE_BODY.test(body) || (office && EACH.test(text.slice(first?.end, end)))) return [null];
    unknown = true;
    const last = within.at(-1);
    if (office && last !== first && last?.end === end) return last.ids;
    return [knownChineseUnit(body) ?? context.bodyNames.propose(body)];
  });
  return unknown && !ids.includes(null) ? [...new Set(ids as string[])] : null;
}
