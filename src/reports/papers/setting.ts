import type { Language } from '../../kernel/index.ts';

/** Letters of one look; sizes in points. */
export interface Letters {
  readonly text: string;
  readonly size: number;
  readonly bold?: true;
  readonly italic?: true;
  readonly underline?: true;
  /** Six hexadecimal digits; black where left out. */
  readonly colour?: string;
  /** The face of Chinese characters, where it is another than the setting's. */
  readonly face?: string;
  /** Where it is not the setting's own. */
  readonly language?: Language;
  /** Id of the commitment these letters cite. */
  readonly cites?: string;
}

/** What a line is, for whoever hears the page instead of seeing it. */
export type LineRole = 'title' | 'heading-1' | 'heading-2' | 'text' | 'item';

/** A paragraph. Lengths in millimetres, space before and after in points. */
export interface Line {
  readonly kind: 'line';
  readonly role: LineRole;
  readonly letters: readonly Letters[];
  readonly align: 'left' | 'centre' | 'right' | 'both';
  readonly firstLine: number;
  readonly indent: number;
  readonly before: number;
  readonly after: number;
  /** Lines at a multiple of their height, or exactly so many points apart. */
  readonly leading: { readonly times: number } | { readonly exact: number };
  readonly keepNext?: true;
}

/** A drawn line in the middle of its column; millimetres, 0 for the whole width. */
export interface Rule {
  readonly kind: 'rule';
  readonly length: number;
  readonly colour?: string;
  /** Space over it, in points. */
  readonly before?: number;
  /** Thickness in points. */
  readonly weight?: number;
}

export interface SettingCell {
  readonly content: readonly (Line | Rule)[];
}

export interface Grid {
  readonly kind: 'grid';
  /** Widths in millimetres. */
  readonly columns: readonly number[];
  /** `table` has lines and a head row that repeats on each page; the others only set things side by side. */
  readonly purpose: 'table' | 'head' | 'foot' | 'pair';
  readonly rows: readonly (readonly SettingCell[])[];
}

export type Part = Line | Rule | Grid;

/** Pages of one size. Millimetres. */
export interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly margins: { readonly top: number; readonly right: number; readonly bottom: number; readonly left: number };
  readonly pageNumber: {
    readonly size: number;
    readonly at: 'top' | 'bottom';
    /** From the edge of the paper. */
    readonly edge: number;
    readonly align: 'centre' | 'right';
    readonly hideFirst: boolean;
    readonly around: string;
  };
  readonly parts: readonly Part[];
}

/** A paper with all its measures: what the writers of Word and PDF and the page put down as it stands. */
export interface Setting {
  readonly title: string;
  readonly language: Language;
  readonly font: { readonly latin: string; readonly eastAsian: string };
  readonly sheets: readonly Sheet[];
}
