import { asciiFirst, everyMatch, type Span } from '../../kernel/index.ts';
import type { Sector } from '../../vocabulary/index.ts';
import type { Clause } from '../clause.ts';
import type { CommitmentFields, Due, FieldName, Reason } from '../model.ts';
import { readDueCell } from '../tables/due-cell.ts';
import { type ActorsReading, readActors } from './actors.ts';
import type { AttributeContext } from './context.ts';
import { type DueMatch, readDue, scanDue } from './due.ts';
import { dueBehind, dueOfStage } from './due-of-stage.ts';
import { type Duties, readDuties } from './duties.ts';
import { type NameMention, namesWithin } from './names.ts';
import { counts, readSector, saysEnough, type Tally, tally } from './sector.ts';
import { likeliestSector } from './sector-model.ts';
import { objectOf } from './sector-words.ts';
import { readTargets } from './targets.ts';

export { type AttributeContext, makeContext } from './context.ts';
export type { NameMention } from './names.ts';
export type { Constellation, Parties } from './parties.ts';

/** The attributes of one clause, with the words each was read from. */
export interface Attributes
  extends Pick<
    CommitmentFields,
    | 'actors'
    | 'due'
    | 'sector'
    | 'instruments'
    | 'mechanisms'
    | 'places'
    | 'targets'
    | 'lead'
    | 'coordinators'
    | 'report'
  > {
  /** All names of the clause with their ids in the registers; flat offsets of its sentence. */
  readonly mentions: readonly NameMention[];
  readonly evidence: Readonly<Partial<Record<FieldName, readonly Span[]>>>;
  readonly why: readonly Reason[];
}

function distinct(mentions: readonly NameMention[]): string[] {
  return mentions.length === 0 ? [] : [...new Set(mentions.map(({ text }) => text))];
}

function fallbackSector(context: AttributeContext): Sector {
  return context.parties.constellation === 'many' ? 'multilateral' : 'diplomacy';
}

interface SectorFound {
  readonly sector: Sector;
  readonly spans: readonly Span[];
  readonly reasons: readonly Reason[];
}

/** The sector of a clause that leaves a doubt: what the rules and the trained model make of it together. */
function weighed(clause: Clause, own: Tally, fallback: Sector, context: AttributeContext): Sector {
  const { sentence, provision, heading } = context.surroundings(clause);
  const rule = readSector(own, { sentence, provision, heading }, fallback);
  const object = objectOf(clause.sentence.text, clause.span, clause.action, clause.language);
  return likeliestSector({ own, sentence, provision, heading, fallback, rule }, object, clause.language);
}

/** The sector with the terms of the clause that speak for it; none where its surroundings decided. */
function sectorOf(clause: Clause, context: AttributeContext): SectorFound {
  const { sentence, span, action } = clause;
  const scan = context.scan(sentence, clause.language);
  const own = tally(sentence.text, scan.sectors, span, action, context.leadership);
  const fallback = fallbackSector(context);
  const sector = saysEnough(own, fallback) ?? weighed(clause, own, fallback, context);
  const spans: Span[] = [];
  const { sectors } = scan;
  for (let at = 0; at < sectors.length; at++) {
    const match = sectors[at] as (typeof sectors)[number];
    const { value, start, end } = match;
    if (value.type !== 'term' || value.sector !== sector || start < span.start || end > span.end) continue;
    if (counts(match, action)) spans.push(sentence.raw({ start, end }));
  }
  const [first] = spans;
  const words = first === undefined ? '' : clause.document.text.slice(first.start, first.end);
  return { sector, spans, reasons: first === undefined ? [] : [{ rule: `sector:${sector}`, words, span: first }] };
}

const DUE_RULES = { dated: 'due:dated', undated: 'due:undated', haste: 'due:haste' } as const;

interface DueFound {
  readonly match: DueMatch;
  readonly spans: readonly Span[];
}

/** The period a title is of, behind its quotation mark: `“Chuyến xe xanh” giai đoạn 2025 – 2026`. */
const PERIOD = /^["”»]\s?\(?giai đoạn\s+\d{4}\s*[-–—]\s*\d{4}/u;

/** Where a title that ends at a place ends with the period it is of. */
function periodEnd(text: string, end: number): number {
  return end + (PERIOD.exec(text.slice(end, end + 40))?.[0].length ?? 0);
}

/** A plan, with the period it is of: `kế hoạch hành động của địa phương giai đoạn 2026 - 2030`. */
const PAPER_OF = asciiFirst(
  /(?<!\p{L})(?:chương trình|kế hoạch|đề án|dự án|chiến lược|quy hoạch|danh mục|định hướng|lộ trình)(?: (?!trong|từ|vào|cho)[^\s,;.:()]+){0,12} (giai đoạn\s+\d{4}\s*[-–—]\s*\d{4})/giu,
);

function periodsOfPapers(text: string): { start: number; end: number }[] {
  if (!text.includes('giai đoạn')) return [];
  return everyMatch(PAPER_OF, text).map((match) => {
    const end = match.index + match[0].length;
    return { start: end - (match[1] ?? '').length, end };
  });
}

/** When a clause is due by the words of its sentence; dates in the titles it names are their own. */
function ownDue(clause: Clause, dues: readonly DueMatch[], names: readonly NameMention[]): DueMatch | null {
  const titles = names.filter(({ type }) => type === 'instrument' || type === 'mechanism' || type === 'quoted');
  const { text } = clause.sentence;
  const taken = titles.map(({ span }) => ({ start: span.start, end: periodEnd(text, span.end) }));
  taken.push(...periodsOfPapers(text));
  return readDue(dues, clause.span, clause.frame, clause.strength === 'deliver', taken);
}

/** When a clause is due, with where it is said: in the clause, or in the brackets after it that assign it. */
function dueOf(clause: Clause, context: AttributeContext, names: readonly NameMention[]): DueFound | null {
  const { dues } = context.scan(clause.sentence, clause.language);
  const own = dues.length === 0 ? null : ownDue(clause, dues, names);
  if (own !== null) return { match: own, spans: [clause.sentence.raw(own.span)] };
  const assignment = context.assignment(clause);
  const when = assignment?.due ?? null;
  const told = when && timeBeside(clause, when.words, context.date);
  if (when && told) return { match: told, spans: [when.span] };
  const behind = dueBehind(clause, context.date);
  if (behind !== null) return behind;
  return dueOfHeading(clause, context) ?? (clause.strength === 'support' ? null : dueOfStage(clause, context.date));
}

/** The time in the words that assign a clause: in a cell of a table it stands alone. */
function timeBeside({ assigned, language }: Clause, words: string, today: string | null): DueMatch | null {
  if (assigned !== null) return readDueCell(words, language, today);
  return scanDue(words, language, today).find(isDated) ?? null;
}

/** Headings whose day holds for all that stands below them. */
const TARGETS = /^[\dIVX.)\s]*(?:mục tiêu|chỉ tiêu|targets?|主要目标|发展目标)/iu;

/** "II. MỤC TIÊU ĐẾN NĂM 2030": the day by which the heading wants its items reached; else null. */
function dueOfHeading(clause: Clause, context: AttributeContext): ReturnType<typeof dueOf> {
  const { provisions, text } = clause.document;
  const heading = provisions[provisions[clause.provision]?.parent ?? -1];
  if (heading?.role !== 'heading' || clause.strength === 'support') return null;
  const line = text.slice(heading.span.start, heading.span.end).split('\n', 1)[0] ?? '';
  const match = TARGETS.test(line.normalize('NFC'))
    ? scanDue(line, heading.language, context.date).find(isDated)
    : null;
  if (!match) return null;
  const { start } = heading.span;
  return { match, spans: [{ start: start + match.span.start, end: start + match.span.end }] };
}

function isDated({ type }: DueMatch): boolean {
  return type === 'dated';
}

/** What each reader of attributes found in one clause. */
interface Parts {
  readonly clause: Clause;
  readonly names: readonly NameMention[];
  readonly actors: ActorsReading;
  readonly dated: DueFound | null;
  readonly duties: Duties;
  readonly sector: SectorFound;
  readonly targets: ReturnType<typeof readTargets>;
}

type MutableEvidence = Partial<Record<FieldName, readonly Span[]>>;

/** For each field the words it was read from. */
function evidenceOf(parts: Parts, groups: Groups): MutableEvidence {
  const { clause, actors, dated, duties, sector, targets } = parts;
  const evidence: MutableEvidence = { actors: actors.spans };
  if (sector.spans.length > 0) evidence.sector = sector.spans;
  if (dated) evidence.due = dated.spans;
  for (const field of GROUPED) {
    if (groups[field].length > 0) evidence[field] = groups[field].map(({ span }) => clause.sentence.raw(span));
  }
  if (targets.spans.length > 0) evidence.targets = targets.spans;
  if (duties.evidence.lead) evidence.lead = duties.evidence.lead;
  if (duties.evidence.coordinators) evidence.coordinators = duties.evidence.coordinators;
  evidence.action = [clause.sentence.raw(clause.action)];
  return evidence;
}

const GROUPED = ['instruments', 'mechanisms', 'places'] as const;
type Groups = Readonly<Record<(typeof GROUPED)[number], readonly NameMention[]>>;
const NO_NAMES: Groups = { instruments: [], mechanisms: [], places: [] };

function grouped(mentions: readonly NameMention[]): Groups {
  if (mentions.length === 0) return NO_NAMES;
  return {
    instruments: mentions.filter(({ type }) => type === 'instrument'),
    mechanisms: mentions.filter(({ type }) => type === 'mechanism'),
    places: mentions.filter(({ type }) => type === 'place' || type === 'gate'),
  };
}

/** Puts together what was read about a clause. */
function attributesOf(parts: Parts): Attributes {
  const { clause, names, actors, dated, duties, sector, targets } = parts;
  const mentions = namesWithin(names, clause.span);
  const groups = grouped(mentions);
  const match = dated?.match ?? null;
  const due: Due | null = match && { text: match.text, from: match.from, to: match.to };
  const why = [...actors.reasons, ...sector.reasons];
  if (match) why.push({ rule: DUE_RULES[match.type], words: match.text, span: dated?.spans[0] ?? null });
  why.push(...duties.reasons);
  return {
    actors: actors.actors,
    due,
    sector: sector.sector,
    instruments: distinct(groups.instruments),
    mechanisms: distinct(groups.mechanisms),
    places: distinct(groups.places),
    lead: duties.fields.lead,
    coordinators: duties.fields.coordinators,
    report: duties.fields.report,
    targets: targets.targets,
    mentions,
    evidence: evidenceOf(parts, groups),
    why,
  };
}

/**
 * Reads everything about clauses but what the detector knows already (kind, action, strength): one kind of attribute for
 * all of them before the next, which keeps each reader's patterns and tables in the processor's cache.
 * @returns the attributes of each clause, in the order of the clauses
 */
export function readAttributes(clauses: readonly Clause[], context: AttributeContext): Attributes[] {
  context.scanAhead(clauses);
  const names = clauses.map((clause) => context.scan(clause.sentence, clause.language).names);
  const actors = clauses.map((clause) => readActors(clause, context));
  const dues = clauses.map((clause, index) => dueOf(clause, context, names[index] as readonly NameMention[]));
  const duties = clauses.map((clause, index) => readDuties(clause, context, actors[index]?.actors ?? []));
  const sectors = clauses.map((clause) => sectorOf(clause, context));
  const targets = clauses.map(readTargets);
  return clauses.map((clause, index) =>
    attributesOf({
      clause,
      names: names[index] as readonly NameMention[],
      actors: actors[index] as ActorsReading,
      dated: dues[index] as DueFound | null,
      duties: duties[index] as Duties,
      sector: sectors[index] as SectorFound,
      targets: targets[index] as Parts['targets'],
    }),
  );
}
