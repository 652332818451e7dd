import { z } from 'zod';
import { KINDS, SECTORS, STRENGTHS } from '../src/vocabulary/index.ts';

const date = z.iso.date();

/** One line of a gold file, by the annotation guide. */
export const GoldUnit = z.strictObject({
  doc: z.string(),
  quote: z.string().min(4),
  nth: z.int().nonnegative(),
  kind: z.enum(KINDS),
  actors: z.array(z.string().regex(/^([A-Z]{2}|[a-z][a-z0-9-]*)$/)).min(1),
  action: z.string().min(1),
  strength: z.enum(STRENGTHS),
  due: z.strictObject({ text: z.string(), from: date.nullable(), to: date.nullable() }).nullable(),
  sector: z.enum(SECTORS),
  instruments: z.array(z.string()),
  mechanisms: z.array(z.string()),
  places: z.array(z.string()),
  lead: z.string().optional(),
  coordinate: z.array(z.string()).optional(),
  report: z.strictObject({ period: z.string(), recipient: z.array(z.string()) }).optional(),
  unsure: z.literal(true).optional(),
});
export type GoldUnit = z.infer<typeof GoldUnit>;

/** Where the nth occurrence of a quote begins, or -1. */
export function placeOf(text: string, quote: string, nth: number): number {
  let at = -1;
  for (let count = 0; count <= nth; count++) {
    at = text.indexOf(quote, at + 1);
    if (at < 0) return -1;
  }
  return at;
}

/** What is wrong with the units of one text: words that do not stand there, order, overlap, names from elsewhere. */
export function faultsOf(text: string, units: readonly GoldUnit[]): string[] {
  const faults: string[] = [];
  let end = 0;
  for (const unit of units) {
    const start = placeOf(text, unit.quote, unit.nth);
    if (start < 0) faults.push(`not in the text: ${unit.quote}`);
    else if (start < end) faults.push(`out of order or over another unit: ${unit.quote}`);
    else end = start + unit.quote.length;
    if (!unit.quote.includes(unit.action)) faults.push(`action not in the quote: ${unit.action} — ${unit.quote}`);
    if (/^\s|[\s.,;:。；，、؛،]$/.test(unit.quote)) faults.push(`loose end: ${unit.quote}`);
    if ((unit.kind === 'support') !== (unit.strength === 'support'))
      faults.push(`kind and strength differ: ${unit.quote}`);
    const names = [...unit.instruments, ...unit.mechanisms, ...unit.places, unit.due?.text ?? ''];
    faults.push(...names.filter((name) => !text.includes(name)).map((name) => `name not in the text: ${name}`));
    if (unit.due?.from && unit.due.to && unit.due.from > unit.due.to)
      faults.push(`due ends before it begins: ${unit.quote}`);
  }
  return faults;
}
