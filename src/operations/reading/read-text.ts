import { type Reading, readCommitments } from '../../commitments/index.ts';
import {
  type Cut,
  type Document,
  describeFile,
  type FileDescription,
  findCuts,
  findOddities,
  type Oddity,
  parseText,
  readDocument,
  type Scan,
  type SourceFile,
  type TextSource,
  takePart,
  valuesOf,
  type WorkDescription,
} from '../../documents/index.ts';
import { type EntityReading, readEntities } from '../../entities/index.ts';
import type { Message } from '../../kernel/index.ts';
import type { Teaching } from '../../vocabulary/index.ts';
import { sketch } from './sketch.ts';

/** All that is known of a file once it has been read: what import stores. */
export interface ReadText {
  readonly document: Document;
  readonly reading: Reading;
  readonly entities: EntityReading;
  readonly work: WorkDescription;
  readonly sketch: readonly number[];
  readonly messages: readonly Message[];
  readonly identity: TextIdentity;
  /** Where the text begins in that of its file, where that holds several works; else null. */
  readonly partStart: number | null;
}

/** What a text says of itself, where further works may begin in it, and what is odd. */
export interface TextIdentity {
  readonly fields: FileDescription;
  readonly cuts: readonly Cut[];
  readonly oddities: readonly Oddity[];
}

/** A file read whole and, where it surely holds several works, each of them for itself. */
export interface ReadFile {
  readonly whole: ReadText;
  readonly parts: readonly ReadText[];
}

/** Reads one file from bytes to proposals; `progress` is told how far it is, 0..1. */
export async function readText(
  file: SourceFile,
  teaching: Teaching,
  progress: (done: number) => void,
): Promise<ReadFile> {
  progress(0.05);
  const { value: document, messages } = await readDocument(file, { progress: (done) => progress(0.05 + done * 0.35) });
  progress(0.4);
  const whole = readWords(document, messages, teaching);
  progress(0.75);
  const parts = readParts(document, whole.identity.cuts, teaching);
  progress(0.85);
  return { whole, parts };
}

/** The works of a document, each read for itself; none where it is one. */
function readParts(document: Document, cuts: readonly Cut[], teaching: Teaching): ReadText[] {
  const starts = [0, ...cuts.filter(({ sure }) => sure).map(({ at }) => at)];
  if (starts.length === 1) return [];
  return starts.map((start, index) => {
    const end = starts[index + 1] ?? document.text.length;
    return { ...readWords(takePart(document, { start, end }), [], teaching), partStart: start };
  });
}

/** A text whose words a person put right, with what is known of the file it came from. */
export interface CorrectedText {
  readonly text: string;
  readonly source: TextSource;
  readonly scan: Scan;
}

/** Reads a corrected text from its lines to proposals. */
export function rereadText({ text, source, scan }: CorrectedText, teaching: Teaching): ReadText {
  return readWords({ ...parseText(text, source), scan }, [], teaching);
}

function readWords(document: Document, messages: readonly Message[], teaching: Teaching): ReadText {
  const reading = readCommitments(document, teaching);
  const entities = readEntities(document, reading, teaching);
  const fields = describeFile(document);
  const identity = { fields, cuts: findCuts(document), oddities: findOddities(document, reading.candidates) };
  const about = { work: valuesOf(fields), sketch: sketch(document.text), identity, partStart: null };
  return { document, reading, entities, messages, ...about };
}
