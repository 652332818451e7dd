import type { Layout, LookName } from '../layouts/schema.ts';
import type { Letters, Line, Rule, Sheet } from '../setting.ts';

/** A blank that no line breaks at. */
export const BLANK = '\u00a0';

/** Text in the look of a part, in capitals where the part has them. */
export function lettersOf(layout: Layout, name: LookName, text: string, more: Partial<Letters> = {}): Letters {
  const { size, bold, italic, caps, underline, colour, face } = layout.looks[name];
  return {
    text: caps ? text.toLocaleUpperCase(layout.language ?? 'en') : text,
    size: size.use,
    ...(bold && { bold }),
    ...(italic && { italic }),
    ...(underline && { underline }),
    ...(colour !== undefined && { colour }),
    ...(face !== undefined && { face }),
    ...more,
  };
}

/** A line of the head or the foot: without indent, set close. */
export function lineOf(letters: Letters | readonly Letters[], more: Partial<Line> = {}): Line {
  return {
    kind: 'line',
    role: 'text',
    letters: Array.isArray(letters) ? letters : [letters as Letters],
    align: 'centre',
    ...{ firstLine: 0, indent: 0, before: 0, after: 0, leading: { times: 1 } },
    ...more,
  };
}

/** A paragraph of the body by the rule of the layout. */
export function bodyLine(layout: Layout, letters: readonly Letters[], more: Partial<Line> = {}): Line {
  const { firstLine, before, leading } = layout.paragraph;
  return {
    ...{ kind: 'line', role: 'text', letters, align: 'both', firstLine: firstLine.use, indent: 0 },
    ...{ before: before.use, after: 0 },
    leading: 'times' in leading ? { times: leading.times.use } : { exact: leading.exact.use },
    ...more,
  };
}

/** Widths of characters in parts of the size, near enough to draw a line as long as a word is; Chinese ones are square. */
const WIDTHS: readonly (readonly [RegExp, number])[] = [
  [/[\u3000-\u9fff\uff00-\uffef]/, 1],
  [/\s/, 0.25],
  [/\p{Lu}/u, 0.7],
  [/[ijltrf.,:;'|()\-/]/, 0.31],
  [/[mw]/, 0.76],
];

/** About how wide text is, in millimetres. */
export function widthOf({ text, size, bold }: Letters): number {
  let ems = 0;
  for (const sign of text) ems += WIDTHS.find(([signs]) => signs.test(sign))?.[1] ?? 0.48;
  return ems * size * (bold ? 1.04 : 1) * 0.3528;
}

/** A rule under text, as a share of it, never wider than the column. */
export function ruleUnder(letters: Letters, share: number, column: number): Rule {
  const wide = Math.min(widthOf(letters), column);
  return { kind: 'rule', length: Math.round(wide * share) };
}

export type Margins = Sheet['margins'];

export function marginsOf({ page }: Layout): Margins {
  const { top, right, bottom, left } = page;
  return { top: top.use, right: right.use, bottom: bottom.use, left: left.use };
}

/** Between the margins, in millimetres. */
export function textWidth({ page }: Layout): number {
  return page.width - page.left.use - page.right.use;
}

export function pageNumberOf(layout: Layout): Sheet['pageNumber'] {
  const { at, edge, align, hideFirst, around } = layout.pageNumber;
  return { size: layout.looks['page-number'].size.use, at, edge, align, hideFirst, around };
}
