import { type Document, describeWork, parseText, type WorkDescription } from '../../documents/index.ts';
import type { Span } from '../../kernel/index.ts';

/** A work inside a file: its stretch of the text, and what it says of itself. */
export interface WorkPart {
  readonly span: Span;
  readonly description: WorkDescription;
}

/** A letter or plan that carries another text with it, and the texts that are so carried. */
const CARRIERS: ReadonlySet<string> = new Set(['directive', 'plan', 'minutes', 'article', 'other']);
const CARRIED: ReadonlySet<string> = new Set(['joint-statement', 'communique']);

/** Offsets where the numbering of the provisions begins again under a heading. */
function restarts({ lines }: Document): number[] {
  const labels = lines.filter((line) => line.label !== null && /^[\p{N}\p{Lu}]+$/u.test(line.label));
  const [opening] = labels;
  if (opening === undefined) return [];
  return labels.slice(1).flatMap((line, index) => {
    const before = labels[index] as (typeof labels)[number];
    if (line.label !== opening.label || before.label === opening.label) return [];
    const heading = lines.find(
      ({ number, role }) => role === 'heading' && number > before.number && number < line.number,
    );
    return heading === undefined ? [] : [heading.span.start];
  });
}

function described(document: Document, span: Span): WorkPart {
  const part = parseText(document.text.slice(span.start, span.end), { name: document.name });
  return { span, description: describeWork(part) };
}

/**
 * The works a file holds, in its order: usually one; two where a letter carries the text of a statement, which is seen
 * by its own heading and a numbering that begins again. A carried text without date is of the letter's day.
 */
export function workParts(document: Document): WorkPart[] {
  const whole: Span = { start: 0, end: document.text.length };
  for (const at of restarts(document)) {
    const carrier = described(document, { start: 0, end: at });
    const carried = described(document, { start: at, end: whole.end });
    if (!CARRIERS.has(carrier.description.type) || !CARRIED.has(carried.description.type)) continue;
    const date = carried.description.date ?? carrier.description.date;
    return [carrier, { ...carried, description: { ...carried.description, date } }];
  }
  return [{ span: whole, description: describeWork(document) }];
}
