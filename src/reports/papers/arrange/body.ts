import type { Layout } from '../layouts/schema.ts';
import type { Block, Paper, PaperTable, Said } from '../model.ts';
import type { Grid, Letters, Part } from '../setting.ts';
import { bodyLine, lettersOf, lineOf, textWidth } from './lines.ts';
import { han, roman } from './numbers.ts';

/** The grounds and the body: headings numbered as the layout has it, words followed by where they stand, and the sign at the end. */
export function arrangeBody(paper: Paper, layout: Layout): Part[] {
  const grounds = paper.grounds.map((text, index) =>
    bodyLine(layout, [lettersOf(layout, 'grounds', `${text}${index === paper.grounds.length - 1 ? '.' : ';'}`)]),
  );
  const [first, second] = [count(), count()];
  const last = paper.body.findLastIndex(({ kind }) => kind === 'paragraph' || kind === 'item');
  const parts = paper.body.flatMap((block, index): Part[] => {
    if (block.kind === 'heading') {
      if (block.level === 1) second.reset();
      const number = (block.level === 1 ? first : second).next();
      return [headingLine(layout, block, number)];
    }
    if (block.kind === 'table') return [tableGrid(layout, block.table, textWidth(layout))];
    if (block.kind === 'pair') return [pairGrid(paper, layout, block)];
    return [saidLine(layout, block, index === last)];
  });
  return [...grounds, ...overTables(joined(parts))];
}

function count() {
  let value = 0;
  return {
    next: () => ++value,
    reset: () => {
      value = 0;
    },
  };
}

/** Words over a table stand a little off it. */
function overTables(parts: readonly Part[]): Part[] {
  return parts.map((part, index) => {
    const next = parts[index + 1];
    return part.kind === 'line' && next?.kind === 'grid' && next.purpose === 'table' ? { ...part, after: 6 } : part;
  });
}

/** Rows that follow each other are one grid. */
function joined(parts: readonly Part[]): Part[] {
  const whole: Part[] = [];
  for (const part of parts) {
    const before = whole.at(-1);
    if (part.kind === 'grid' && part.purpose === 'pair' && before?.kind === 'grid' && before.purpose === 'pair') {
      whole[whole.length - 1] = { ...before, rows: [...before.rows, ...part.rows] };
    } else whole.push(part);
  }
  return whole;
}

function headingLine(layout: Layout, { level, text }: Block & { kind: 'heading' }, number: number) {
  const name = level === 1 ? ('heading-1' as const) : ('heading-2' as const);
  const role = level === 1 ? ('heading-1' as const) : ('heading-2' as const);
  return bodyLine(layout, [lettersOf(layout, name, `${mark(layout, level, number)}${text}`)], { role, keepNext: true });
}

function mark({ family }: Layout, level: 1 | 2, number: number): string {
  if (family === 'cn') return level === 1 ? `${han(number)}、` : `（${han(number)}）`;
  if (family === 'plain') return level === 1 ? `${number}. ` : '';
  if (level === 2) return `${number}. `;
  return family === 'vn-party' ? `${roman(number)}- ` : `${roman(number)}. `;
}

function saidLine(layout: Layout, block: Said & { readonly kind: 'paragraph' | 'item' }, last: boolean) {
  const end = last ? layout.words.bodyEnd : '';
  const letters = saidLetters(layout, block);
  const closing = end === '' ? letters : ended(letters, end);
  const dash = block.kind === 'item' ? [lettersOf(layout, 'body', layout.family === 'cn' ? '' : '- ')] : [];
  return bodyLine(
    layout,
    [...dash, ...closing].filter(({ text }) => text !== ''),
    {
      role: block.kind === 'item' ? 'item' : 'text',
    },
  );
}

function ended(letters: readonly Letters[], end: string): readonly Letters[] {
  const last = letters.at(-1);
  if (last === undefined) return letters;
  return [...letters.slice(0, -1), { ...last, text: `${last.text.replace(/[.。;；\s]+$/u, '')}${end}` }];
}

/** Words and, in brackets, where they stand; each place is a link of its own. */
export function saidLetters(layout: Layout, { text, cites, language }: Said): Letters[] {
  const own = lettersOf(layout, 'body', text, language === undefined ? {} : { language });
  if (cites.length === 0) return [own];
  const [open, between, close] = layout.family === 'cn' ? ['（', '；', '）'] : [' (', '; ', ')'];
  const bare = text.replace(/[.。]$/u, '');
  const italic = layout.family === 'cn' ? {} : ({ italic: true } as const);
  const places = cites.flatMap(({ label, commitment }, index) => [
    lettersOf(layout, 'body', index === 0 ? open : between),
    lettersOf(layout, 'body', label, { ...italic, ...(commitment !== null && { cites: commitment }) }),
  ]);
  const stop = text === bare ? close : `${close}${text.slice(bare.length)}`;
  return [{ ...own, text: bare }, ...places, lettersOf(layout, 'body', stop)];
}

/** A table with its head row. */
export function tableGrid(layout: Layout, { columns, rows }: PaperTable, width: number): Grid {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const cell = (texts: readonly string[], centred: boolean, bold: boolean) => ({
    content: texts.map((text) =>
      lineOf(lettersOf(layout, 'table', text, bold ? { bold } : {}), { align: centred ? 'centre' : 'left' }),
    ),
  });
  return {
    kind: 'grid',
    purpose: 'table',
    columns: columns.map(({ share }) => Math.round((share / shares) * width * 10) / 10),
    rows: [
      columns.map(({ title }) => cell([title], true, true)),
      ...rows.map((cells) => cells.map((texts, index) => cell(texts, columns[index]?.centred === true, false))),
    ],
  };
}

function pairGrid(paper: Paper, layout: Layout, { left, right, strong }: Block & { kind: 'pair' }): Grid {
  const half = textWidth(layout) / 2;
  const cell = (text: string, language: Paper['language']) => ({
    content: [
      bodyLine(layout, [lettersOf(layout, strong ? 'heading-2' : 'body', text, { language })], {
        ...{ align: 'left', role: strong ? 'heading-2' : 'text' },
      }),
    ],
  });
  return {
    ...{ kind: 'grid', purpose: 'pair', columns: [half, half] },
    rows: [[cell(left, paper.language), cell(right, paper.other ?? paper.language)]],
  };
}
