import type { Message } from '../../kernel/index.ts';
import type { LineHints, Scan, SourceFile } from '../model.ts';

/** What a reader of one format hands on to the text pipeline. */
export interface Extract {
  readonly text: string;
  /** Encoding of the bytes; null where the format has its own. */
  readonly encoding: string | null;
  readonly messages: readonly Message[];
  readonly hints?: LineHints;
  /** Where the words stand on the pages that were read as pictures. */
  readonly scan?: Scan;
}

/** Is told how far the reading of a file is, 0..1. */
export type Progress = (done: number) => void;

/** Reads one format. Throws a `Problem` for a file that cannot be opened as what its name says. */
export type Reader = (file: SourceFile, progress: Progress) => Extract | Promise<Extract>;
