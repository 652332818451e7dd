import type { Span } from '../../kernel/index.ts';
import type { LineRole } from '../model.ts';
import type { Marker } from './marker.ts';

/** Why a line is furniture. */
export type Aside =
  | 'page'
  | 'ornament'
  | 'contents'
  | 'caption'
  | 'contact'
  | 'timestamp'
  | 'number'
  | 'place-date'
  | 'motto'
  | 'running-head'
  | 'lead'
  | 'letterhead'
  | 'addressees'
  | 'recipients'
  | 'signature'
  | 'menu'
  | 'related'
  | 'byline';

/** A line of the text on its way through the structure rules; the rules fill in role, marker, label and joins. */
export interface Draft {
  /** 1-based number among all lines of the text. */
  readonly number: number;
  /** With leading and trailing blanks, without the line break. */
  readonly span: Span;
  /** Offset of the first character that is not blank, and of the end of the last. */
  readonly start: number;
  readonly end: number;
  /** The words without blanks around them and without mark-up debris: what rules read. */
  readonly core: string;
  /** Columns of blanks before the first character. */
  readonly indent: number;
  /** True where a blank line (or the start of the text) stands before it. */
  readonly afterBlank: boolean;
  /** Mark-up that says something about structure. */
  readonly markup: Markup;
  role: LineRole;
  /** Set with the role `furniture`. */
  aside: Aside | null;
  marker: Marker | null;
  label: string | null;
  /** Index of the draft this one continues, or -1. */
  joins: number;
}

export interface Markup {
  /** `#` at the start. */
  readonly heading: boolean;
  /** The whole line is bold. */
  readonly bold: boolean;
  /** Bold or italics opened here and not closed on this line. */
  readonly open: boolean;
  /** Two or more blanks at the end: a Markdown line break inside one paragraph. */
  readonly breaks: boolean;
}

/** Takes a line out of the statement, and says why; the first reason stays. */
export function setAside(draft: Draft, aside: Aside): void {
  draft.role = 'furniture';
  draft.aside ??= aside;
}
