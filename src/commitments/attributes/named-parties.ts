import type { AttributeContext } from './context.ts';
import { firstLine } from './parties.ts';

/** Parties of a title: states, and groups of states (`ASEAN`). */
const TITLED = /^actors:(?:state|unit)$/;
const STATE = /^[A-Z]{2}$/;
const GROUPS: ReadonlySet<string> = new Set([
  'asean',
  'african-union',
  'european-union',
  'EU',
  'gcc',
  'mercosur',
  'caricom',
]);

const titled = new WeakMap<AttributeContext, ReadonlySet<string>>();

/** Ids of the states and groups of states that the first line of the title names. */
function titleIds(context: AttributeContext): ReadonlySet<string> {
  let ids = titled.get(context);
  if (ids === undefined) {
    const { language } = context.document;
    const hits = language === 'und' ? [] : context.phrase(firstLine(context.document).normalize('NFC'), language);
    const named = hits.filter(({ rule }) => TITLED.test(rule)).flatMap((hit) => hit.ids);
    ids = new Set(named.filter((id) => STATE.test(id) || GROUPS.has(id)));
    titled.set(context, ids);
  }
  return ids;
}

/** `ASEAN and the United Kingdom`, `Việt Nam, Lào và Campuchia`: just the parties the title names, so all of them. */
export function namesAll(ids: readonly string[], context: AttributeContext): boolean {
  if (ids.length < 2) return false;
  const all = titleIds(context);
  return all.size === ids.length && ids.every((id) => all.has(id));
}

const JOINED = / (?:and|và) (?:[Tt]he )?/u;
/** A leader's office, and the name that ends the words. */
const LEADER =
  /^(?:[Tt]he )?(?:President|Prime Minister|Premier|Minister|Chancellor|King|Queen|Sultan|Emir|Tổng Bí thư|Chủ tịch nước|Chủ tịch Quốc hội|Thủ tướng|Tổng thống|Quốc vương|Bộ trưởng|Ngoại trưởng)(?!\p{L}).* \p{Lu}[\p{L}’'-]+$/u;

/**
 * `Tổng Bí thư Tô Lâm và Thủ tướng Lý Cường`, `President Voss and Prime Minister Adu`: two leaders who do something
 * together, of whom the text links at most one to a party. In a text of two parties they are both of them.
 */
export function areTwoPersons(subject: string, ids: readonly string[], context: AttributeContext): boolean {
  if (context.parties.constellation !== 'two' || ids.length > 1) return false;
  if (ids.length === 1 && !context.parties.codes.includes(ids[0] ?? '')) return false;
  const persons = subject.normalize('NFC').trim().split(JOINED);
  return persons.length === 2 && persons.every((words) => LEADER.test(words));
}
