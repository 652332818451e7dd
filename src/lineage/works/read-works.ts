import type { Candidate } from '../../commitments/index.ts';
import { type Document, workParts } from '../../documents/index.ts';
import type { LineageWork } from '../model.ts';
import { clauseUnits } from './clause-units.ts';
import { levelOf } from './level.ts';

/**
 * The works of a document with the units read in it. A work's id is the file's name, with `#2` and so on for further
 * works of the file.
 */
export function readWorks(document: Document, candidates: readonly Candidate[]): LineageWork[] {
  return workParts(document).map(({ span, description }, index) => ({
    id: index === 0 ? document.name : `${document.name}#${index + 1}`,
    doc: document.name,
    ...description,
    level: levelOf(document.text.slice(span.start, span.end), description.type),
    units: candidates
      .filter((candidate) => candidate.span.start >= span.start && candidate.span.start < span.end)
      .flatMap((candidate) => clauseUnits(candidate, document.sentences[candidate.sentence]?.provision ?? -1)),
  }));
}
