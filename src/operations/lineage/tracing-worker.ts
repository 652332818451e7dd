import { parentPort } from 'node:worker_threads';
import {
  enterKnownWork,
  type KnownText,
  type LineageLink,
  leaveIndex,
  lineageIndex,
  type TextPart,
  textParts,
  traceArrival,
} from '../../lineage/index.ts';

/** A link between two commitments, as the rules propose it. */
export interface TracedLink {
  readonly earlier: string;
  readonly later: string;
  readonly earlierPart: string;
  readonly laterPart: string;
  readonly relation: LineageLink['relation'];
  readonly score: number;
  readonly why: LineageLink['why'];
  /** False where both are only near enough to be looked at. */
  readonly likely: boolean;
}

/** A text that was compared with those before it. */
export interface TracedText {
  readonly parts: readonly (Pick<TextPart['work'], 'id' | 'title' | 'type' | 'date' | 'level' | 'parties'> &
    Pick<TextPart, 'start' | 'end'> & { readonly vague: readonly string[] })[];
  readonly links: readonly TracedLink[];
}

/** A text to take in: to compare it with those before it, or only for those after it. One taken in before leaves first. */
export interface TracingRequest {
  readonly id: number;
  readonly text: KnownText;
  readonly compare: boolean;
}
export type TracingAnswer = { readonly id: number } & ({ readonly traced: TracedText } | { readonly error: string });

const index = lineageIndex();
/** By part: the commitments of its units. */
const commitments = new Map<string, readonly string[]>();
/** By text: its parts in the index. */
const entered = new Map<string, readonly string[]>();

function linkOf({ a, b, relation, score, why }: LineageLink, likely: boolean): TracedLink {
  const earlier = commitments.get(a.work)?.[a.unit] ?? '';
  const later = commitments.get(b.work)?.[b.unit] ?? '';
  return { earlier, later, earlierPart: a.work, laterPart: b.work, relation, score, why, likely };
}

/** Clauses of one commitment may be joined to those of another more than once: the likeliest speaks for both. */
function once(links: readonly TracedLink[]): TracedLink[] {
  const best = new Map<string, TracedLink>();
  for (const link of links) {
    const key = `${link.earlier} ${link.later}`;
    const known = best.get(key);
    const better = known === undefined || (link.likely === known.likely ? link.score > known.score : link.likely);
    if (better) best.set(key, link);
  }
  return [...best.values()];
}

function take({ text, compare }: TracingRequest): TracedText {
  const links: TracedLink[] = [];
  for (const part of entered.get(text.id) ?? []) leaveIndex(index, part);
  const found = textParts(text);
  entered.set(
    text.id,
    found.map(({ work }) => work.id),
  );
  const parts = found.map((part) => {
    commitments.set(part.work.id, part.commitments);
    const { id, title, type, date, level, parties } = part.work;
    const described = { id, title, type, date, level, parties, start: part.start, end: part.end };
    if (!compare) {
      enterKnownWork(index, part.work);
      return { ...described, vague: [] };
    }
    const arrival = traceArrival(index, part.work);
    links.push(...arrival.links.map((link) => linkOf(link, true)));
    links.push(...arrival.possible.map((link) => linkOf(link, false)));
    return { ...described, vague: [...new Set(arrival.vague.map((unit) => part.commitments[unit] as string))] };
  });
  return { parts, links: once(links) };
}

const port = parentPort;
if (port !== null) {
  port.on('message', (request: TracingRequest) => {
    try {
      port.postMessage({ id: request.id, traced: take(request) } satisfies TracingAnswer);
    } catch (error) {
      const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
      port.postMessage({ id: request.id, error: reason } satisfies TracingAnswer);
    }
  });
}
