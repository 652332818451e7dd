import type { Layout } from '../layouts/schema.ts';
import type { Annex, Paper } from '../model.ts';
import type { Part, Setting, Sheet } from '../setting.ts';
import { tableGrid } from './body.ts';
import { chinesePaper } from './chinese.ts';
import { lettersOf, lineOf, marginsOf, pageNumberOf } from './lines.ts';
import { numberText, roman, vietnameseDate } from './numbers.ts';
import { plainPaper } from './plain.ts';
import { vietnamesePaper } from './vietnamese.ts';

const FAMILIES: Readonly<Record<Layout['family'], (paper: Paper, layout: Layout) => Part[]>> = {
  'vn-state': vietnamesePaper,
  'vn-party': vietnamesePaper,
  cn: chinesePaper,
  plain: plainPaper,
};

/** Longer and shorter edge of a sheet lying on its side, in millimetres. */
const LYING = { A4: [297, 210], A3: [420, 297] } as const;

/** Sets a paper by the rules of its layout: every part in its place, with its measures. */
export function arrange(paper: Paper, layout: Layout): Setting {
  const { width, height } = layout.page;
  const first: Sheet = {
    ...{ width, height, margins: marginsOf(layout), pageNumber: pageNumberOf(layout) },
    parts: FAMILIES[layout.family](paper, layout),
  };
  return {
    title: paper.title,
    language: paper.language,
    font: { latin: layout.font.latin, eastAsian: layout.font.eastAsian },
    sheets: [first, ...paper.annexes.map((annex, index) => annexSheet(paper, layout, annex, index))],
  };
}

/** An annex on sheets of its own, with page numbers of its own. */
function annexSheet(paper: Paper, layout: Layout, annex: Annex, index: number): Sheet {
  const [width, height] = LYING[annex.size];
  const margins = marginsOf(layout);
  return {
    ...{ width, height, margins, pageNumber: pageNumberOf(layout) },
    parts: [
      ...annexHead(paper, layout, annex, index),
      tableGrid(layout, annex.table, width - margins.left - margins.right),
    ],
  };
}

function annexHead(paper: Paper, layout: Layout, { title }: Annex, index: number): Part[] {
  const { words, family } = layout;
  const number = paper.annexes.length < 2 ? '' : family === 'cn' ? `${index + 1}` : ` ${roman(index + 1)}`;
  const label =
    words.annex === ''
      ? []
      : [
          lineOf(lettersOf(layout, 'annex-label', `${words.annex}${number}`), {
            align: family === 'cn' ? 'left' : 'centre',
          }),
        ];
  const vietnamese = family === 'vn-state' || family === 'vn-party';
  const note = `(Kèm theo ${paper.typeName ?? 'Công văn'} ${numberText(layout, paper).replace(/^S/, 's').trim()} ${vietnameseDate(paper.date)})`;
  return [
    ...label,
    lineOf(lettersOf(layout, 'annex-title', title), { role: 'title' }),
    ...(vietnamese ? [lineOf(lettersOf(layout, 'annex-note', note))] : []),
    lineOf(lettersOf(layout, 'table', ' ')),
  ];
}
