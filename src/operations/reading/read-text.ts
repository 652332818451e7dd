import { type Reading, readCommitments } from '../../commitments/index.ts';
import {
  type Document,
  describeWork,
  parseText,
  readDocument,
  type Scan,
  type SourceFile,
  type TextSource,
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
}

/** Reads one file from bytes to proposals; `progress` is told how far it is, 0..1. */
export async function readText(
  file: SourceFile,
  teaching: Teaching,
  progress: (done: number) => void,
): Promise<ReadText> {
  progress(0.05);
  const { value: document, messages } = await readDocument(file, { progress: (done) => progress(0.05 + done * 0.35) });
  progress(0.4);
  const read = readWords(document, messages, teaching);
  progress(0.85);
  return read;
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
  const entities = readEntities(document, reading);
  return { document, reading, entities, work: describeWork(document), sketch: sketch(document.text), messages };
}
