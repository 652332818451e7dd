import { parseText, type WorkDescription, workParts } from '../../documents/index.ts';
import type { LineageUnit, LineageWork } from '../model.ts';
import { clauseUnits, type UnitSource } from './clause-units.ts';
import { levelOf } from './level.ts';

/** A commitment of a text that the register keeps. */
export interface KnownUnit extends UnitSource {
  readonly id: string;
}

/** A text of the register with the commitments that stand in it. */
export interface KnownText {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  /** What people hold the work to be; a statement that a letter carries describes itself. */
  readonly work: WorkDescription;
  readonly demonstration: boolean;
  readonly units: readonly KnownUnit[];
}

/** A work inside a text, ready to be traced. */
export interface TextPart {
  readonly work: LineageWork;
  /** By unit of the work: the commitment it is (part of). */
  readonly commitments: readonly string[];
  /** Where the part stands in the text. UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/** The works a text holds, with ids `<text>#1`, `<text>#2`, each with its units in document order. */
export function textParts({ id, name, text, work, demonstration, units }: KnownText): TextPart[] {
  const document = parseText(text, { name });
  const passageAt = ({ start }: { readonly start: number }): number =>
    document.provisions.findLast(({ span }) => span.start <= start)?.index ?? -1;
  const inOrder = [...units].sort((one, other) => one.span.start - other.span.start);
  return workParts(document).map(({ span, description }, index) => {
    const described = index === 0 ? work : description;
    const pieces = inOrder
      .filter(({ span: { start } }) => start >= span.start && start < span.end)
      .flatMap((unit) => clauseUnits(unit, passageAt(unit.span)).map((piece) => ({ piece, commitment: unit.id })));
    const traced: LineageWork = {
      ...{ id: `${id}#${index + 1}`, doc: name, ...described, demonstration },
      // Provinces and bodies are parties too; states alone tell one relation from another.
      parties: described.parties.filter((party) => /^[A-Z]{2}$/.test(party)),
      level: levelOf(text.slice(span.start, span.end), described.type),
      units: pieces.map(({ piece }): LineageUnit => piece),
    };
    return { work: traced, commitments: pieces.map(({ commitment }) => commitment), start: span.start, end: span.end };
  });
}
