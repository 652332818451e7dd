import { Problem, type Span } from '../../kernel/index.ts';
import { KINDS, type Kind, STRENGTHS, type Strength } from '../../vocabulary/index.ts';

/** One unit of a gold file, found in its document. */
export interface GoldUnit {
  readonly doc: string;
  readonly span: Span;
  readonly quote: string;
  readonly kind: Kind;
  readonly actors: readonly string[];
  readonly action: string;
  readonly strength: Strength;
  readonly due: { readonly from: string | null; readonly to: string | null } | null;
  readonly sector: string;
  readonly instruments: readonly string[];
  readonly mechanisms: readonly string[];
  readonly places: readonly string[];
  /** 1-based line of the gold file. */
  readonly line: number;
}

/** A line of a gold file before its quote is looked up. */
export interface GoldLine extends Omit<GoldUnit, 'span'> {
  readonly nth: number;
}

function invalid(file: string, line: number, reason: string): Problem {
  return new Problem('gold-invalid', { file, line, reason });
}

function strings(value: unknown): string[] | null {
  if (value === undefined || value === null) return [];
  return Array.isArray(value) && value.every((item) => typeof item === 'string') ? value : null;
}

function dueOf(value: unknown): GoldUnit['due'] {
  if (value === null || typeof value !== 'object') return null;
  const { from, to } = value as { from?: unknown; to?: unknown };
  return { from: typeof from === 'string' ? from : null, to: typeof to === 'string' ? to : null };
}

function parseLine(raw: string, file: string, line: number): GoldLine {
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    throw invalid(file, line, 'not JSON');
  }
  if (value === null || typeof value !== 'object') throw invalid(file, line, 'not an object');
  const entry = value as Record<string, unknown>;
  if (typeof entry.doc !== 'string') throw invalid(file, line, 'doc missing');
  if (typeof entry.quote !== 'string' || entry.quote === '') throw invalid(file, line, 'quote missing');
  if (!KINDS.includes(entry.kind as Kind)) throw invalid(file, line, 'kind unknown');
  if (!STRENGTHS.includes(entry.strength as Strength)) throw invalid(file, line, 'strength unknown');
  const lists = ['actors', 'instruments', 'mechanisms', 'places'].map((name) => strings(entry[name]));
  const [actors, instruments, mechanisms, places] = lists;
  if (!actors || !instruments || !mechanisms || !places)
    throw invalid(file, line, 'a list holds something that is not text');
  return {
    doc: entry.doc,
    quote: entry.quote,
    nth: typeof entry.nth === 'number' ? entry.nth : 0,
    kind: entry.kind as Kind,
    strength: entry.strength as Strength,
    action: typeof entry.action === 'string' ? entry.action : '',
    due: dueOf(entry.due),
    sector: typeof entry.sector === 'string' ? entry.sector : '',
    actors,
    instruments,
    mechanisms,
    places,
    line,
  };
}

/**
 * The lines of a gold file (JSONL as the annotation guide defines it); blank lines are skipped.
 * Throws `gold-invalid` with the file, the line and what is wrong.
 */
export function parseGold(jsonl: string, file: string): GoldLine[] {
  const lines: GoldLine[] = [];
  for (const [index, raw] of jsonl.split('\n').entries())
    if (raw.trim() !== '') lines.push(parseLine(raw, file, index + 1));
  return lines;
}

/**
 * Finds the quotes of gold lines in the text of their document: the `nth` occurrence of each exact quote.
 * Throws `gold-invalid` where a quote does not stand there.
 */
export function locateGold(lines: readonly GoldLine[], text: string, file: string): GoldUnit[] {
  return lines.map((line) => {
    let at = -1;
    for (let n = 0; n <= line.nth; n += 1) {
      at = text.indexOf(line.quote, at + 1);
      if (at < 0)
        throw invalid(file, line.line, `quote ${n === 0 ? 'not found' : `found only ${n} times`} in ${line.doc}`);
    }
    const { nth: _, ...unit } = line;
    return { ...unit, span: { start: at, end: at + line.quote.length } };
  });
}
