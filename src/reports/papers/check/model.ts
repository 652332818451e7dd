import type { CheckName } from '../layouts/schema.ts';

/** Letters as a file has them; null where it says nothing. Sizes in points. */
export interface SeenRun {
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly caps: boolean;
  /** Six hexadecimal digits; `auto` is black. */
  readonly colour: string;
  readonly latin: string | null;
  readonly eastAsian: string | null;
}

/** Where in a table a paragraph stands, counted from 0. */
export interface SeenPlace {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** A paragraph with the measures that count for it, whichever style gives them. Millimetres; space in points. */
export interface SeenParagraph {
  readonly text: string;
  readonly runs: readonly SeenRun[];
  readonly align: string;
  readonly firstLine: number;
  readonly before: number;
  readonly after: number;
  readonly line: { readonly rule: 'auto' | 'exact' | 'atLeast'; readonly value: number };
  /** A line is drawn under or over it, or a shape stands in it. */
  readonly ruled: boolean;
  readonly place: SeenPlace | null;
  readonly section: number;
}

export interface SeenSection {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly headerEdge: number;
  readonly titlePage: boolean;
  /** Paragraphs of the head and the foot on all pages but the first. */
  readonly header: readonly SeenParagraph[];
  readonly footer: readonly SeenParagraph[];
  readonly firstHasNumber: boolean;
}

export interface SeenTable {
  readonly columns: number;
  readonly rows: number;
  readonly lined: boolean;
  readonly headRepeats: boolean;
  readonly rowsWhole: boolean;
  readonly section: number;
}

/** A Word file as a reader of its measures sees it. */
export interface SeenWord {
  readonly paragraphs: readonly SeenParagraph[];
  readonly tables: readonly SeenTable[];
  readonly sections: readonly SeenSection[];
}

/** One thing that is not as the rule has it. */
export interface Deviation {
  readonly check: CheckName;
  /** Id of the rule, and its words in short. */
  readonly rule: string;
  readonly clause: string;
  /** What the file has and what the rule asks for; empty where it is not there at all. */
  readonly found: string;
  readonly wanted: string;
  /** The words it is about. */
  readonly where: string;
}
