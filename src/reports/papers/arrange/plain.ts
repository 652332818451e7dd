import { formatDate } from '../../../i18n/index.ts';
import type { Locale } from '../../../kernel/index.ts';
import type { Layout } from '../layouts/schema.ts';
import type { Paper } from '../model.ts';
import type { Grid, Line, Part, SettingCell } from '../setting.ts';
import { arrangeBody } from './body.ts';
import { BLANK, lettersOf, lineOf, textWidth } from './lines.ts';
import { vietnameseDate } from './numbers.ts';

/** A calm page in one language, or the same in two side by side. */
export function plainPaper(paper: Paper, layout: Layout): Part[] {
  return [
    ...(paper.otherHead === null ? oneHead(paper, layout) : [twoHeads(paper, layout)]),
    ...addressees(paper, layout),
    ...arrangeBody(paper, layout),
    ...signatures(paper, layout),
    ...recipients(paper, layout),
  ];
}

function titleLines(layout: Layout, typeName: string | null, subject: string, language: Locale): Line[] {
  const type = typeName === null ? [] : [lineOf(lettersOf(layout, 'type', typeName, { language }), { role: 'title' })];
  return [...type, lineOf(lettersOf(layout, 'subject', subject, { language }), { before: 2, after: 8 })];
}

function dayText({ place, date }: Paper, language: Locale): string {
  const day =
    language === 'vi' ? vietnameseDate(date) : date === null ? BLANK.repeat(16) : formatDate(language, date, 'long');
  return [place, day].filter((one) => one !== '').join(', ');
}

function oneHead(paper: Paper, layout: Layout): Line[] {
  const { issuer, notation, number, language } = paper;
  const left = { align: 'left' } as const;
  const numbered = notation === '' ? [] : [`${number ?? BLANK.repeat(5)}/${notation}`];
  return [
    lineOf(lettersOf(layout, 'issuer', issuer.name), left),
    lineOf(lettersOf(layout, 'place', [...numbered, dayText(paper, language)].join(' · ')), { ...left, after: 12 }),
    ...titleLines(layout, paper.typeName, paper.subject, language),
  ];
}

function twoHeads(paper: Paper, layout: Layout): Grid {
  const half = textWidth(layout) / 2;
  const other = paper.other ?? paper.language;
  const cell = (typeName: string | null, subject: string, language: Locale): SettingCell => ({
    content: [
      ...titleLines(layout, typeName, subject, language),
      lineOf(lettersOf(layout, 'place', dayText(paper, language), { language }), { after: 8 }),
    ],
  });
  return {
    ...{ kind: 'grid', purpose: 'pair', columns: [half, half] },
    rows: [
      [
        cell(paper.typeName, paper.subject, paper.language),
        cell(paper.otherHead?.typeName ?? null, paper.otherHead?.subject ?? '', other),
      ],
    ],
  };
}

function addressees({ addressees: all }: Paper, layout: Layout): Line[] {
  return all.map((one) => lineOf(lettersOf(layout, 'addressee', one), { align: 'left', after: 6 }));
}

function signatures({ signatures: all }: Paper, layout: Layout): Part[] {
  if (all.length === 0) return [];
  const width = textWidth(layout) / Math.max(2, all.length);
  const cell = ({ authority, title, name }: Paper['signatures'][number]): SettingCell => ({
    content: [
      lineOf(lettersOf(layout, 'authority', authority ?? BLANK), { before: 16 }),
      lineOf(lettersOf(layout, 'sign-title', title ?? BLANK)),
      lineOf(lettersOf(layout, 'name', name ?? BLANK), { before: 52 }),
    ],
  });
  const cells =
    all.length === 1 ? [{ content: [lineOf(lettersOf(layout, 'body', BLANK))] }, ...all.map(cell)] : all.map(cell);
  return [{ kind: 'grid', purpose: 'foot', columns: cells.map(() => width), rows: [cells] }];
}

function recipients({ recipients: all }: Paper, layout: Layout): Line[] {
  return all.map((one, index) =>
    lineOf(lettersOf(layout, 'recipients', one), { align: 'left', before: index === 0 ? 14 : 0 }),
  );
}
