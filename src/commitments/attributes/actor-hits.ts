import type { Document, Provision } from '../../documents/index.ts';
import { everyMatch, type Language } from '../../kernel/index.ts';
import {
  chineseOffices,
  countryMatcher,
  type NameRef,
  type VocabularyScan,
  vocabularyScanner,
} from '../../vocabulary/index.ts';
import { committeesOf } from './committees-of-places.ts';
import type { AttributeContext } from './context.ts';
import { addressesMembers } from './councils.ts';
import { isGivenName } from './given-names.ts';
import { listedMinistries } from './listed-ministries.ts';
import { officialHits } from './officials.ts';
import { sidedHits } from './sided-bodies.ts';

/** Words of a phrase that name an actor, with the ids they stand for. */
export interface ActorHit {
  readonly start: number;
  readonly end: number;
  readonly ids: readonly string[];
  readonly rule: string;
}

/** What all parties together are called. */
export function everyone(context: AttributeContext): string {
  return context.parties.constellation === 'two' ? 'both' : 'all-parties';
}

/** The code a form means here: one of the parties' where the form can mean several states. */
function codeOf(codes: readonly string[], context: AttributeContext): string | null {
  return codes.find((code) => context.parties.codes.slice(0, 2).includes(code)) ?? codes[0] ?? null;
}

function wordIds(type: string, id: string, context: AttributeContext): readonly string[] {
  if (type === 'all') return [everyone(context)];
  if (type === 'relevant') return ['relevant-agencies'];
  if (type === 'officials') return [context.assigns ? 'functional-agencies' : everyone(context)];
  if (id.startsWith(OWN)) return [context.assigns ? id.slice(1) : everyone(context)];
  if (!id.startsWith(PROVINCIAL)) return [id];
  const own = id.slice(1);
  return [context.province === null ? (NO_PROVINCE[own] ?? `provincial-${own}`) : `${context.province}-${own}`];
}

/** Ids of the author's province, and of bodies that in a text of states act for these. */
const [PROVINCIAL, OWN] = ['*', '?'];
/** The committees of a province that the text does not name, by what their letters stand for. */
const NO_PROVINCE: Readonly<Record<string, string>> = {
  ppc: 'provincial-peoples-committee',
  'ppc-party-committee': 'ppc-party-committee',
};

const WORD_RULES = {
  two: 'actors:two',
  all: 'actors:all',
  relevant: 'actors:relevant',
  officials: 'actors:officials',
  tasking: 'actors:tasking',
  leading: 'actors:leading',
  unit: 'actors:unit',
} as const;

function wordHits(text: string, scan: VocabularyScan, context: AttributeContext): ActorHit[] {
  return scan.actors.map(({ start, end, value: { type, id } }) => {
    if (type === 'all' && addressesMembers(text.slice(start, end), context))
      return { start, end, ids: ['member-states'], rule: 'actors:unit' };
    const named =
      type === 'unit' ? committeesOf(id, text.slice(start, end), text.slice(end, end + PLACES_REACH)) : null;
    return {
      start,
      end: end + (named?.length ?? 0),
      ids: named?.ids ?? wordIds(type, id, context),
      rule: id.startsWith(OWN) && !context.assigns ? WORD_RULES.officials : WORD_RULES[type],
    };
  });
}
const PLACES_REACH = 120;

/** "đô la Mỹ", "tiếng Anh": the name of a state in a currency or a language. */
const MEASURE = /(?<!\p{L})(?:đô[ -]?la|tiếng|người gốc) $/iu;

/** `南方`: a state by its first character, which only one that is a party is called by. */
const SIDE = /^\p{Script=Han}方$/u;
/** `治安方面`, `以方便…`: characters after 方 that make another word of it. */
const NO_SIDE = /[面案法式针便向位略]/u;

/** A text among many may speak of `中方` and never name China; where no party bears the name by its first character it is nobody else. */
function isParty(words: string, code: string, { parties }: AttributeContext): boolean {
  return parties.codes.includes(code) || (words === '中方' && parties.unknown.length === 0);
}

function stateHits(text: string, scan: VocabularyScan, context: AttributeContext): ActorHit[] {
  return scan.states.flatMap(({ start, end, value }) => {
    const code = codeOf(value, context);
    return code === null ||
      (SIDE.test(text.slice(start, end)) &&
        (NO_SIDE.test(text[end] ?? '') || !isParty(text.slice(start, end), code, context))) ||
      isGivenName(text, start, end) ||
      MEASURE.test(text.slice(0, start))
      ? []
      : [{ start, end, ids: [code], rule: 'actors:state' }];
  });
}

const ACTING: readonly NameRef['type'][] = ['body', 'place', 'mechanism'];

function registerHits(scan: VocabularyScan): ActorHit[] {
  return scan.names
    .filter(({ value }) => ACTING.includes(value.type))
    .map(({ start, end, value }) => ({ start, end, ids: [value.id], rule: `actors:${value.type}` }));
}

/** A hit inside a longer one says nothing of its own. */
function outermost(hits: readonly ActorHit[]): ActorHit[] {
  const kept: ActorHit[] = [];
  for (const hit of [...hits].sort((a, b) => b.end - b.start - (a.end - a.start))) {
    if (!kept.some((other) => hit.start < other.end && other.start < hit.end)) kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start);
}

const BODY = /^actors:(?:unit|body|place|mechanism)$/;

/** "the two" and the field of the body that follows, without a word that joins them (`两国|商务|主管部门`). */
const OWN_FIELD = /^(?!.*[和与及同])\p{Script=Han}{2,12}$/u;

/** `our Finance Ministers`, `the two Foreign Ministers`: whose the bodies are that act. */
const WHOSE = /^(?:our|the two|both|two)$/i;
const OWNED = /^ (?:(?:own|respective|relevant|countries'|countries’|sides'|sides’) )?$/u;

/** `市教育局等部门`: what the bodies named before are, and nobody beside them. */
const OF_LISTED = /^actors:(?:officials|relevant)$/;

/** `نیروهای مرزبانی دو کشور`, `双方秘书处`: "the two" beside a body only says whose it is. */
function withoutSides(text: string, hits: readonly ActorHit[]): ActorHit[] {
  return hits.filter((hit, index) => {
    const next = hits[index + 1];
    if (next?.rule === 'actors:unit' && WHOSE.test(text.slice(hit.start, hit.end))) {
      if (OWNED.test(text.slice(hit.end, next.start))) return false;
    }
    if (OF_LISTED.test(hit.rule) && text[hit.start - 1] === '等') return false;
    if (hit.ids[0] === 'localities' && next?.start === hit.end && text[next.start] !== '各') return false;
    if (hit.rule !== 'actors:two') return true;
    const [before, after] = [hits[index - 1], hits[index + 1]];
    const persian = /\p{Script=Arabic}/u.test(text[hit.start] ?? '');
    if (persian && before?.rule === 'actors:unit' && text.slice(before.end, hit.start) === ' ') return false;
    const vietnamese = before?.rule === 'actors:relevant' && /^ (?:của )?$/u.test(text.slice(before.end, hit.start));
    if (vietnamese) return false;
    const owned = after?.rule === 'actors:unit' || after?.rule === 'actors:relevant';
    return !(owned && OWN_FIELD.test(text.slice(hit.start, after.start)));
  });
}

/** `the foreign ministries of the three countries`. */
const OF_ALL = /^ of (?:the |our )?(?:(?:two|three|four|five|six|seven|eight|nine|ten) )?$/u;

/** `Bộ Tư pháp Việt Nam`, `Hải Phòng (Việt Nam)`: a state straight after a body only says whose it is. */
function withoutOwners(text: string, hits: readonly ActorHit[]): ActorHit[] {
  return hits.filter((hit, index) => {
    const before = hits[index - 1];
    if (before === undefined || !BODY.test(before.rule)) return true;
    const between = text.slice(before.end, hit.start);
    if (hit.rule === 'actors:all' || hit.rule === 'actors:two') return !OF_ALL.test(between);
    if (hit.rule !== 'actors:state') return true;
    return !/^(?: of(?: the)?| nước| tỉnh| của)? ?$|^,? ?\(?$/u.test(between);
  });
}

/** Forms of parties that no list of states has: words with their stem. */
function unknownHits(text: string, context: AttributeContext): ActorHit[] {
  return context.parties.unknown.flatMap(({ id, forms }) =>
    everyMatch(forms, text).map((match) => ({
      start: match.index,
      end: match.index + match[0].length,
      ids: [id],
      rule: 'actors:state',
    })),
  );
}

/** `商务主管部门`: offices by their field, whatever the province they are of. */
function officeHits(text: string, language: Language): ActorHit[] {
  return language === 'zh' ? chineseOffices(text).map((office) => ({ ...office, rule: 'actors:unit' })) : [];
}

/** `طرف تاجیکستانی`: a state by the adjective of its name. */
const PERSIAN_SIDE =
  /(?:طرف|دولت|هیئت|جانب|مقامات) ([\p{Script=Arabic}\u200c]{3,16}?)\u200c?(?:ی|یی|ای)(?![\p{Script=Arabic}\u200c])/gu;

function adjectiveHits(text: string, language: Language, context: AttributeContext): ActorHit[] {
  if (language !== 'fa') return [];
  return everyMatch(PERSIAN_SIDE, text).flatMap((match) => {
    const [known] = countryMatcher().scan(match[1] ?? '');
    const whole = known !== undefined && known.start === 0 && known.end === (match[1] ?? '').length;
    const code = whole ? codeOf(known.value, context) : null;
    const end = match.index + match[0].length;
    return code === null ? [] : [{ start: match.index, end, ids: [code], rule: 'actors:state' }];
  });
}

/** All actors found in a text, in order. Tasking verbs are hits too, so that what stands behind them can be told. */
export function hitsOf(text: string, language: Language, scan: VocabularyScan, context: AttributeContext): ActorHit[] {
  const hits = [
    ...officialHits(text, language, context),
    ...sidedHits(text, language, context),
    ...listedMinistries(text, language),
    ...officeHits(text, language),
    ...adjectiveHits(text, language, context),
    ...registerHits(scan),
    ...unknownHits(text, context),
    ...wordHits(text, scan, context),
    ...stateHits(text, scan, context),
  ];
  const kept = hits.length === 0 ? hits : withoutSides(text, withoutOwners(text, outermost(hits)));
  for (const { start, end, ids, rule } of kept) {
    if (rule === 'actors:unit' && ids.length === 1 && ids[0] !== undefined)
      context.bodyNames.keep(ids[0], text.slice(start, end));
  }
  return kept;
}

/** All actors a phrase names, in order. */
export function actorHits(text: string, language: Language, context: AttributeContext): ActorHit[] {
  return hitsOf(text, language, vocabularyScanner(language, context.profile)(text), context);
}

/** The passage an offset lies in; furniture inside it is passed over. */
function provisionAt({ provisions }: Document, offset: number): Provision | null {
  let [low, high] = [0, provisions.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((provisions[middle] as Provision).span.start <= offset) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0; index--) {
    const provision = provisions[index] as Provision;
    if (offset < provision.span.end) return provision;
    if (provision.role !== 'furniture') return null;
  }
  return null;
}

/** The last two named parties before an offset: whom `hai bên` means where a text has more than two parties. */
function pairBefore(offset: number, language: Language, context: AttributeContext): readonly string[] {
  const { document } = context;
  const provision = provisionAt(document, offset);
  if (provision === null) return [];
  const before = document.text.slice(provision.span.start, offset).normalize('NFC');
  const hits = actorHits(before, language, context).filter(({ rule }) => /^actors:(?:place|body|state)$/.test(rule));
  for (let index = hits.length - 1; index > 0; index--) {
    const [first, second] = [hits[index - 1], hits[index]];
    if (first === undefined || second === undefined) break;
    const between = before.slice(first.end, second.start);
    if (/^ (?:và|and|với|with)(?: \p{Ll}+| \p{Lu}\p{L}+){0,6} $|^[与和]$/u.test(between))
      return [...first.ids, ...second.ids];
  }
  return [];
}

const NOBODY: readonly string[] = [];

/** Canonical ids of the actors found: all parties, the two of them, one, or bodies. */
export function resolveActors(
  hits: readonly ActorHit[],
  context: AttributeContext,
  offset: number | null,
  language: Language,
): readonly string[] {
  if (hits.length === 0) return NOBODY;
  const acting = hits.filter(({ rule }) => rule !== 'actors:tasking' && rule !== 'actors:leading');
  const ids = [...new Set(acting.flatMap((hit) => hit.ids))];
  if (ids.includes('all-parties')) return ['all-parties'];
  if (ids.includes('two')) {
    if (context.parties.constellation !== 'many') return ['both'];
    const pair = offset === null ? [] : pairBefore(offset, language, context);
    return pair.length === 2 ? pair : ['all-parties'];
  }
  if (ids.includes('both')) return ['both'];
  const pair = context.parties.codes.slice(0, 2);
  const two = context.parties.constellation !== 'many' && pair.length === 2 && pair.every((code) => ids.includes(code));
  return two ? ['both'] : ids;
}

/** Who a phrase names, as canonical ids; empty where it names nobody. */
export function actorsOf(text: string, language: Language, context: AttributeContext): readonly string[] {
  return resolveActors(actorHits(text, language, context), context, null, language);
}
