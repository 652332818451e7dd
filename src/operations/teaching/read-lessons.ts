import {
  type Candidate,
  compareReadings,
  type Reading,
  type ReadingChange,
  readCommitments,
} from '../../commitments/index.ts';
import { type Document, parseText, readDocument, type Scan, type TextSource } from '../../documents/index.ts';
import { type EntityReading, readEntities } from '../../entities/index.ts';
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

/** What the change does to a text; `after` only where it does anything. */
export interface LessonReading {
  readonly relation: string;
  readonly changes: readonly ReadingChange[];
  readonly after: { readonly reading: Reading; readonly entities: EntityReading } | null;
  /** Of an example (no relation): what is read after the change. */
  readonly units: readonly Candidate[];
}

/** Reads a text with the lessons before and after a change, and compares. */
export async function readWithLessons(input: LessonReadingInput): Promise<LessonReading> {
  const document = await documentOf(input);
  const { relation } = readEntities({ ...document, sentences: [] }, { candidates: [], coverage: [], names: [] });
  if (input.relation !== null && relation !== input.relation) return { relation, changes: [], after: null, units: [] };
  const [before, after] = [{ [relation]: input.before }, { [relation]: input.after }];
  const reading = readCommitments(document, after);
  const changes = compareReadings(readCommitments(document, before).candidates, reading.candidates);
  if (input.relation === null) return { relation, changes, after: null, units: reading.candidates };
  const entities = readEntities(document, reading, after);
  const touched = changes.length > 0 || namesChange(input, () => readEntities(document, reading, before), entities);
  return { relation, changes, after: touched ? { reading, entities } : null, units: [] };
}

/** Whether taught names make words stand for other entries, where no commitment tells. */
function namesChange({ before, after }: LessonReadingInput, read: () => EntityReading, now: EntityReading): boolean {
  if (![...before, ...after].some(({ type }) => type === 'name')) return false;
  const meant = ({ mentions }: EntityReading) => JSON.stringify(mentions.map(({ span, entries }) => [span, entries]));
  return meant(read()) !== meant(now);
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
