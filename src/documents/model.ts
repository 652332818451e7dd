import type { Language, Span } from '../kernel/index.ts';

export const FORMATS = ['txt', 'html', 'docx', 'pdf', 'odt', 'doc', 'akn', 'image'] as const;
export type Format = (typeof FORMATS)[number];

/** A file as it arrived: its base name and its bytes. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a file's format itself says of the lines of the text taken from it, by their 1-based numbers. */
export interface LineHints {
  readonly headings: ReadonlySet<number>;
  /** Running heads and page numbers. */
  readonly asides: ReadonlySet<number>;
  /** With which line a page of the file begins; notes set at the end go back to theirs. None where a format has no pages. */
  readonly pages?: readonly { readonly line: number; readonly page: number }[];
}

/** What a line of the text is for its reader (contract of `servanda structure`). */
export type LineRole = 'heading' | 'item' | 'paragraph' | 'continuation' | 'furniture';

/** One line of the text that is not blank. */
export interface Line {
  /** 1-based number among all lines of the text, blank ones counted. */
  readonly number: number;
  /** Without the line break, with leading and trailing blanks. */
  readonly span: Span;
  readonly role: LineRole;
  /** Full label of a heading or item, such as `4.3(2)`; null elsewhere. */
  readonly label: string | null;
  readonly language: Language;
  /** The number of the line this one continues (page break, wrapped title), or null. */
  readonly joins: number | null;
}

export type ProvisionRole = 'heading' | 'item' | 'paragraph' | 'furniture';

/** A heading, item or paragraph: one or more lines that read as one passage. */
export interface Provision {
  readonly index: number;
  readonly role: ProvisionRole;
  /** From the first character of its first line to the last of its last; page-break gaps and furniture lie inside. */
  readonly span: Span;
  /** The marker as it stands in the text (`(2)`, `Một là`, `-`), without it the passage reads on; null where none. */
  readonly marker: Span | null;
  /** Full label (`4.3(2)`), inherited by the paragraphs below it; empty before the first. */
  readonly path: string;
  /** Akoma Ntoso eId, unique in the document. */
  readonly eId: string;
  /** Depth below the root, 0-based. */
  readonly level: number;
  /** Index of the provision it stands under, or null. */
  readonly parent: number | null;
  readonly language: Language;
  /** Numbers of the lines it is made of. */
  readonly lines: readonly number[];
}

/** A sentence in its provision. Sentences of a provision are ordered, do not overlap and cover all of its words. */
export interface Sentence {
  readonly index: number;
  readonly provision: number;
  readonly span: Span;
  readonly language: Language;
}

/** A word read from a picture. */
export interface ScanWord {
  readonly span: Span;
  /** Where it stands on the page, in pixels from the top left. */
  readonly box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  /** How sure the recogniser is of it, below 1; 1 where a person has looked at it. */
  readonly confidence: number;
}

/** A picture of a page for people to look at: grey, at reading resolution. */
export interface PagePicture {
  /** 1-based number of the page in the file. */
  readonly number: number;
  readonly type: 'image/webp';
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** From `start` on (offset in the text) the words stand on page `number` of the file, until the next such place. */
export interface PageStart {
  readonly start: number;
  /** 1-based. */
  readonly number: number;
}

/** A page read as a picture; width and height in the pixels of the boxes. */
export interface ScanPage {
  /** 1-based number of the page in the file. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** In the order of the text. */
  readonly words: readonly ScanWord[];
}

export interface Scan {
  readonly pages: readonly ScanPage[];
  readonly pictures: readonly PagePicture[];
  /** What the pages show of the lines of the text. */
  readonly hints: Pick<LineHints, 'headings' | 'asides'>;
}

/** What every reader ends in. The text is exact; everything else points into it. */
export interface Document {
  readonly name: string;
  readonly format: Format;
  /** The encoding the bytes were decoded with, IANA name; null where the format has none. */
  readonly encoding: string | null;
  /** SHA-256 of the bytes, lower-case hex. */
  readonly sha256: string;
  /** For .txt the decoded text, nothing changed but a byte-order mark taken off; else the text extracted. */
  readonly text: string;
  readonly lines: readonly Line[];
  readonly provisions: readonly Provision[];
  readonly sentences: readonly Sentence[];
  /** The language most of the words are in. */
  readonly language: Language;
  /** Where the pages of the file begin, in the order of the text; empty for formats without pages. */
  readonly pages: readonly PageStart[];
  /** Only where pages were read as pictures: which, and how sure each word is. */
  readonly scan?: Scan;
}

/**
 * A stretch of a document as rules like to read it: NFC, line breaks and runs of blanks as one space, furniture and
 * mark-up debris (`**`, `~~`, `\*`) left out. Offsets map back to the exact text.
 */
export interface FlatText {
  readonly text: string;
  /** Raw offset of the character at a flat offset; `at(text.length)` is the end of the raw stretch. */
  at(offset: number): number;
  /** The raw span of a flat span, trimmed to its first and last character. */
  raw(span: Span): Span;
}
