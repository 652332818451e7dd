import type { Language } from '../kernel/index.ts';
import type { Document, LineRole } from './model.ts';

/** One line of what `servanda structure` prints. */
export interface StructureLine {
  readonly line: number;
  readonly role: LineRole;
  readonly label: string | null;
  readonly lang: Language;
  readonly joins: number | null;
}

/** The contract of `servanda structure`: every line that is not blank, in order. */
export function structureLines(document: Document): StructureLine[] {
  return document.lines.map(({ number, role, label, language, joins }) => ({
    line: number,
    role,
    label,
    lang: language,
    joins,
  }));
}
