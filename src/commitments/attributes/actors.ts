import type { Language, Span } from '../../kernel/index.ts';
import type { Assignment, Clause, Subject } from '../clause.ts';
import type { Reason } from '../model.ts';
import { type ActorHit, actorsOf, everyone, resolveActors } from './actor-hits.ts';
import type { AttributeContext } from './context.ts';
import { guest, inviter } from './invitations.ts';
import { issuerOf, OURSELVES } from './issuer.ts';
import { listedBodies, listedChinese, OF_PROVINCES } from './listed-bodies.ts';
import { areTwoPersons, namesAll } from './named-parties.ts';
import { BODY, SPLIT, TITLE } from './proposed-bodies.ts';

export interface ActorsReading {
  readonly actors: readonly string[];
  readonly spans: readonly Span[];
  readonly reasons: readonly Reason[];
}

/** Who does it in a passive clause: `will be hosted by X`, `do X đăng cai`, `由X主办`; each with words it needs, quick to look for. */
const AGENTS: readonly { readonly needs: string; readonly pattern: RegExp }[] = [
  {
    needs: 'do ',
    pattern:
      /(?<!\p{L})do ((?:(?!(?<!\p{L})(?:đăng cai|tổ chức|chủ trì|thực hiện|trao đổi|quyết định|phụ trách|đảm nhiệm|đảm nhận)(?!\p{L})).){2,90}?) (?:đăng cai|tổ chức|chủ trì|thực hiện|trao đổi|quyết định|phụ trách|đảm nhiệm|đảm nhận)/u,
  },
  {
    needs: ' by ',
    pattern:
      /\b(?:hosted|organi[sz]ed|chaired|led|undertaken|convened|held|carried out|reviewed|monitored|overseen|prepared|developed|finali[sz]ed|drafted|coordinated|implemented)(?: \p{Ll}+ly)? by (?:the |our |their )?([^,;.]{2,80})/u,
  },
  { needs: '由', pattern: /由([^，；。]{2,40}?)(?:主办|承办|举办|负责|牵头)/u },
];

/** What a list of actors may hold between two of them. */
const JOINT =
  /^[\s,;、，()]*(?:(?:và|and|cùng|với|with|as well as|cũng như|和|与|及|以及|و)\s+)?(?:(?:the|their|our|its|của|các|Chủ tịch|Bộ trưởng|Giám đốc|Thủ trưởng|Bí thư|Tổng Giám đốc)\s+)?$/u;

const AGENT_REACH = 90;
const OBJECTS_OWN = /\b(?:to be|that (?:is|are|will be)|which (?:is|are|will be)|being) (?:\p{Ll}+ly )?$/u;

function agent(clause: Clause, context: AttributeContext): readonly string[] {
  const from = Math.max(0, clause.span.start - AGENT_REACH);
  const passage = clause.sentence.text.slice(from, clause.span.end);
  for (const { needs, pattern } of AGENTS) {
    if (!passage.includes(needs)) continue;
    const match = pattern.exec(clause.language === 'vi' ? passage : passage.slice(clause.span.start - from));
    const words = match?.[1];
    if (match === null || words === undefined) continue;
    const end = from + match.index + match[0].length;
    // "vai trò của Ủy ban do hai Bộ trưởng đồng chủ trì": who chairs the committee does not act.
    if (clause.language === 'vi' && (end < clause.action.start || from + match.index > clause.action.end)) continue;
    // "start the works to be undertaken by X": who does the works does not start them.
    if (
      clause.language === 'en' &&
      OBJECTS_OWN.test(clause.sentence.text.slice(clause.action.end, clause.span.start + match.index))
    )
      continue;
    const known = actorsOf(words, clause.language, context);
    return known.length > 0 || clause.language !== 'vi' ? known : bodiesOf(words, clause.language, context);
  }
  return [];
}

/** To direct others is an act of one's own ("chỉ đạo các sở …"). */
const DIRECTS = /^chỉ đạo$/iu;
const VERB = /^actors:(?:tasking|leading)$/;
const NAMED = /^actors:(?:unit|body|mechanism|relevant)$/;

/** Where the subject of the clause stands in its sentence; -1 where it stands in another. */
function subjectStart(clause: Clause): number {
  const { subject } = clause;
  if (subject === null || subject.from === 'inherited') return -1;
  return clause.sentence.text.lastIndexOf(subject.text, clause.action.start);
}

/** The bodies of a list that is told: the first, and those joined to it before the act. */
function toldWith(first: ActorHit, others: readonly ActorHit[], clause: Clause): readonly ActorHit[] {
  const told = [first];
  for (const hit of others) {
    const between = clause.sentence.text.slice(told.at(-1)?.end, hit.start);
    if (hit.end > clause.action.start || !NAMED.test(hit.rule) || !JOINT.test(between)) break;
    told.push(hit);
  }
  return told;
}

/** The ids of a list that is told, with those of bodies that no register has ("Sở Y tế, Trường Cao đẳng Hòa Sơn"). */
function toldIds(
  first: ActorHit,
  others: readonly ActorHit[],
  clause: Clause,
  context: AttributeContext,
): readonly string[] {
  const told = toldWith(first, others, clause);
  const { subject } = clause;
  const words = subject !== null && subject.from !== 'inherited' ? subject.text.normalize('NFC') : '';
  const at = words === '' ? -1 : words.indexOf(clause.sentence.text.slice(first.start, first.end));
  const mixed = at < 0 ? null : bodiesListed(words.slice(at), clause.language, context);
  const whose = told.some(({ end }) => OF_PROVINCES.test(clause.sentence.text.slice(end)));
  return mixed !== null && (whose || mixed.length > told.length) ? mixed : told.flatMap(({ ids }) => ids);
}

/** The named body to which the sentence hands the action: `instructed the Joint Commission to …`. */
function tasked(clause: Clause, context: AttributeContext): readonly string[] {
  const text = clause.sentence.text;
  const { actors } = context.scan(clause.sentence, clause.language);
  if (actors.length < 2) return [];
  const hits = actors.filter(({ end }) => end <= clause.span.end);
  for (let index = hits.length - 2; index >= 0; index--) {
    const [verb, body] = [hits[index], hits[index + 1]];
    if (verb?.rule !== 'actors:tasking' || body === undefined || verb.start > clause.action.start) continue;
    if (verb.start === clause.action.start && DIRECTS.test(text.slice(verb.start, verb.end))) return [];
    if (subjectStart(clause) >= body.end) return [];
    const close = /^ ?(?:(?:the|our|their|its|his|her|two|cho|các) )*$/u.test(text.slice(verb.end, body.start));
    const agreed = body.rule === 'actors:relevant' && /\bto $/u.test(text.slice(0, verb.start));
    if (!close || agreed || !NAMED.test(body.rule)) return [];
    return toldIds(body, hits.slice(index + 2), clause, context);
  }
  return [];
}

/** "Sở Tài chính trên cơ sở dự toán của các đơn vị …": on whose papers a body acts. */
const BASIS = /(?<!\p{L})(?:trên cơ sở|căn cứ|sau khi|theo đề nghị)(?!\p{L})/u;

/** The actors of the subject, with those of a list that goes on behind the words the detector took for it. */
function listed(clause: Clause, subject: Subject, context: AttributeContext): readonly ActorHit[] {
  const words = subject.text;
  const sentence = clause.sentence.text;
  const at = subject.from === 'inherited' ? -1 : sentence.lastIndexOf(words, clause.span.start);
  const [text, from] = at < 0 ? [words.normalize('NFC'), 0] : [sentence, at];
  const hits =
    at < 0
      ? context.phrase(text, clause.language)
      : context.scan(clause.sentence, clause.language).actors.filter(({ start }) => start >= at);
  const last = at < 0 ? text.length : clause.span.end;
  const chain: ActorHit[] = [];
  let end = 0;
  for (const hit of hits) {
    if (hit.end > last) break;
    if (hit.start >= from + words.length && !(chain.length > 0 && JOINT.test(text.slice(end, hit.start)))) break;
    if (VERB.test(hit.rule)) continue;
    if (chain.length > 0 && BASIS.test(text.slice(end, hit.start))) break;
    // "استانداری کمیته پیگیری را …": a Persian object stands straight behind the body that acts.
    if (clause.language === 'fa' && end > 0 && !/[و،]/u.test(text.slice(end, hit.start))) break;
    chain.push(hit);
    end = hit.end;
  }
  return chain;
}

/** Characters of the longest word by which somebody is told to lead. */
const LONGEST_VERB = 24;

function opensByVerb(hit: ActorHit | undefined): hit is ActorHit {
  return hit !== undefined && VERB.test(hit.rule) && hit.start <= 1;
}

/** `Giao X lãnh đạo Y …:` — what the items below say is for X and for Y. */
function led(clause: Clause, subject: Subject, context: AttributeContext): readonly ActorHit[] {
  if (!context.assigns || subject.from !== 'inherited' || subject.span === null) return [];
  const after = context.document.text.slice(subject.span.end, subject.span.end + 120).normalize('NFC');
  if (!opensByVerb(context.phrase(after.slice(0, LONGEST_VERB), clause.language)[0])) return [];
  const [verb, body] = context.phrase(after, clause.language);
  const leads = opensByVerb(verb) && body !== undefined;
  return leads && NAMED.test(body.rule) && /^ ?$/u.test(after.slice(verb.end, body.start)) ? [body] : [];
}

/** The bodies of a list of which registers know only some or see only whose they are; null elsewhere. */
function bodiesListed(text: string, language: Language, context: AttributeContext): readonly string[] | null {
  if (language === 'zh') return listedChinese(text, context);
  return language === 'vi' ? listedBodies(text, context) : null;
}

/** The bodies that words in brackets name: known ones, and ids proposed for the others. */
export function bodiesOf(text: string, language: Language, context: AttributeContext): readonly string[] {
  const mixed = bodiesListed(text.normalize('NFC'), language, context);
  if (mixed !== null) return mixed;
  const made = context.proposed(text.normalize('NFC'));
  const named = actorsOf(text, language, context);
  return made.length > named.length ? made : named;
}

/** `The Union and Kasmir` where the title names just them: both parties, though no list of states has them. */
function areTheTwo(words: string, context: AttributeContext): boolean {
  const title = context.document.text.slice(0, TITLE_REACH).toLowerCase();
  if (context.parties.constellation !== 'two' && !/\bbetween\b/u.test(title)) return false;
  const names = words.split(SPLIT).map((part) => part.trim().replace(TITLE, '').toLowerCase());
  return names.length === 2 && names.every((name) => title.includes(name));
}
const TITLE_REACH = 300;

/** ", while Kestria agreed to …": what joins a clause is no part of who acts in it. */
const JOINS = /^(?:while|whereas|whilst|and|but|that|còn|trong khi) /u;

/** "The Harrow Council": a body, though it bears a capital as persons do. */
const ENGLISH_BODY =
  /(?<!\p{L})(?:Council|Commission|Committee|Assembly|Agency|Ministry|Board|Bank|Secretariat|Parliament|Forum|Authority|Department|Conference|Organi[sz]ation|Task Force|Working Group)$/u;

function fromSubject(clause: Clause, own: Subject, context: AttributeContext): [readonly string[], string] {
  const subject = JOINS.test(own.text) ? { ...own, text: own.text.replace(JOINS, '') } : own;
  const words = subject.text.normalize('NFC');
  const mixed = bodiesListed(words, clause.language, context);
  if (mixed !== null) return [mixed, 'actors:proposed'];
  const hits = [...listed(clause, subject, context), ...led(clause, subject, context)];
  const ids = resolveActors(hits, context, subject.span?.start ?? null, clause.language);
  if (namesAll(ids, context) || areTwoPersons(subject.text, ids, context))
    return [[everyone(context)], 'actors:parties'];
  const meeting = words === '会议' ? issuerOf(clause, context) : null;
  if (meeting !== null) return [[meeting], 'actors:parties'];
  if (ids.length > 0) return [ids, hits[0]?.rule ?? 'actors:parties'];
  const person = BODY.test(subject.text) || ENGLISH_BODY.test(subject.text) ? null : context.person(subject.text);
  if (person !== null) return [[person], 'actors:person'];
  const made = context.proposed(words);
  if (made.length === 2 && areTheTwo(words, context)) return [['both'], 'actors:parties'];
  const unnamed = clause.language === 'vi' || (clause.language === 'zh' && made.length === 0);
  const issuer = OURSELVES.test(words) || unnamed ? issuerOf(clause, context) : null;
  return made.length > 0 && !(issuer !== null && OURSELVES.test(words))
    ? [made, 'actors:proposed']
    : [[issuer ?? everyone(context)], 'actors:parties'];
}

/** Before a Persian party nothing stands but an opening phrase and its comma ("در حوزه انرژی، نوران …"). */
const OPENS_PERSIAN = /^(?:[^،؛]{1,50}، )?$/u;

const PASSIVE_PERSIAN = /(?:شد|شود|گردد|گردید)\s*$/u;

/** A party without a word for its kind, that opens a Persian sentence: its subject, which no list of words can know. */
function opensPersian(clause: Clause, context: AttributeContext): readonly string[] {
  if (clause.language !== 'fa' || context.parties.unknown.length === 0) return [];
  if (clause.subject !== null && clause.subject.from !== 'inherited') return [];
  const { text } = clause.sentence;
  const hit = context
    .scan(clause.sentence, 'fa')
    .actors.find(({ rule, start }) => rule === 'actors:state' && OPENS_PERSIAN.test(text.slice(0, start)));
  const passive = PASSIVE_PERSIAN.test(text.slice(clause.span.start, clause.span.end));
  return hit === undefined || passive || /^ و /u.test(text.slice(hit.end)) ? [] : hit.ids;
}

/** The bodies an assignment names, or null where none of its words is one. */
function handedTo({ language }: Clause, { lead, span }: Assignment, context: AttributeContext): ActorsReading | null {
  const actors = bodiesOf(lead, language, context);
  const reason = { rule: 'actors:assigned', words: lead, span };
  return actors.length === 0 ? null : { actors, spans: [span], reasons: [reason] };
}

/** Who is to act: the body it is handed to, else the subject; where the clause has none, all parties of the document. */
export function readActors(clause: Clause, context: AttributeContext): ActorsReading {
  const { subject } = clause;
  const spans: readonly Span[] = subject?.span ? [subject.span] : [];
  const say = (actors: readonly string[], rule: string): ActorsReading => ({
    actors,
    spans,
    reasons: [{ rule, words: subject?.text ?? '', span: subject?.span ?? null }],
  });
  const row = clause.assigned?.leads === true ? handedTo(clause, clause.assigned, context) : null;
  if (row !== null) return row;
  const by = agent(clause, context);
  if (by.length > 0) return say(by, 'actors:agent');
  const host = inviter(clause, context) ?? guest(clause, context);
  if (host !== null) return say([host], 'actors:inviter');
  const told = tasked(clause, context);
  if (told.length > 0) return say([...new Set(told)], 'actors:tasked');
  const assignment = subject === null || subject.from === 'inherited' ? context.assignment(clause) : null;
  const handed = assignment && handedTo(clause, assignment, context);
  if (handed) return handed;
  const opens = opensPersian(clause, context);
  if (opens.length > 0) return say(opens, 'actors:parties');
  if (subject === null) return say([issuerOf(clause, context) ?? everyone(context)], 'actors:parties');
  const [ids, rule] = fromSubject(clause, subject, context);
  return say(ids, rule);
}
