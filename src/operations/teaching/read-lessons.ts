import {
  type Candidate,
  compareReadings,
  type Reading,
  type ReadingChange,
  readCommitments,
} from '../../commitments/index.ts';
import { type Document, parseText, readDocument, type Scan, type TextSource } from '../../documents/index.ts';
import { readEntities } from '../../entities/index.ts';
import type { Lesson } from '../../vocabulary/index.ts';

/** A text to be read with the lessons before and after a change. */
export interface LessonReadingInput {
  readonly text: string;
  readonly source: TextSource;
  readonly scan: Scan | null;
  /** The file, where its form tells more of the structure than its text does. */
  readonly bytes: Uint8Array | null;
  /** Null where the text is an example: it counts as one of the relation. */
  readonly relation: string | null;
  readonly before: readonly Lesson[];
  readonly after: readonly Lesson[];
}

/** What the change does to a text; `reading` only where it does anything. */
export interface LessonReading {
  readonly relation: string;
  readonly changes: readonly ReadingChange[];
  readonly reading: Reading | null;
  /** Of an example (no relation): what is read after the change. */
  readonly units: readonly Candidate[];
}

/** Reads a text with the lessons before and after a change, and compares. */
export async function readWithLessons(input: LessonReadingInput): Promise<LessonReading> {
  const document = await documentOf(input);
  const relation = readEntities({ ...document, sentences: [] }, { candidates: [], coverage: [] }).relation;
  if (input.relation !== null && relation !== input.relation)
    return { relation, changes: [], reading: null, units: [] };
  const before = readCommitments(document, { [relation]: input.before });
  const reading = readCommitments(document, { [relation]: input.after });
  const changes = compareReadings(before.candidates, reading.candidates);
  const units = input.relation === null ? reading.candidates : [];
  return { relation, changes, reading: changes.length === 0 ? null : reading, units };
}

/** The text as it was read when it came; where the file reads otherwise by now, its lines alone. */
async function documentOf({ text, source, scan, bytes }: LessonReadingInput): Promise<Document> {
  if (bytes !== null) {
    const { value } = await readDocument({ name: source.name, bytes });
    if (value.text === text) return value;
  }
  const document = parseText(text, source);
  return scan === null ? document : { ...document, scan };
}
