import type { Layout } from '../layouts/schema.ts';
import { type Fault, lookFaults, measured, quoted } from './look-checks.ts';
import type { SeenSection, SeenWord } from './model.ts';

/** A3 for annexes on one large sheet; all else A4, standing or lying. */
const SIZES = [
  [210, 297],
  [297, 420],
] as const;

export function pageSize({ sections }: SeenWord): Fault[] {
  return sections.flatMap(({ width, height }, index) => {
    const edges = [Math.min(width, height), Math.max(width, height)] as const;
    const allowed = index === 0 ? SIZES.slice(0, 1) : SIZES;
    const fits = allowed.some(([short, long]) => Math.abs(edges[0] - short) < 1 && Math.abs(edges[1] - long) < 1);
    return fits ? [] : [{ found: `${edges[0]} × ${edges[1]} mm`, wanted: '210 × 297 mm', where: '' }];
  });
}

type Side = 'top' | 'bottom' | 'left' | 'right';

/** One margin, of every section. */
export function margin(side: Side): (word: SeenWord, layout: Layout) => Fault[] {
  return ({ sections }, { page }) =>
    sections.flatMap((section) => measured(section[side], page[side], 'mm')).slice(0, 1);
}

export function font({ paragraphs }: SeenWord, layout: Layout): Fault[] {
  const { latin, eastAsian, others } = layout.font;
  const known = new Set([latin, eastAsian, ...others]);
  const wrong = paragraphs.find(({ runs }) =>
    runs.some((run) => run.text.trim() !== '' && ((run.latin !== null && !known.has(run.latin)) || run.latin === null)),
  );
  if (wrong === undefined) return [];
  return [
    { found: wrong.runs.find((run) => !known.has(run.latin ?? ''))?.latin ?? '', wanted: latin, where: quoted(wrong) },
  ];
}

/** Black everywhere but where the layout has a colour: a Chinese body's name. */
export function colour({ paragraphs }: SeenWord): Fault[] {
  const wrong = paragraphs.find(({ runs }) =>
    runs.some(({ text, colour: own }) => text.trim() !== '' && own !== 'auto' && own !== '000000'),
  );
  if (wrong === undefined) return [];
  const found = wrong.runs.find(({ colour: own }) => own !== 'auto' && own !== '000000')?.colour ?? '';
  return [{ found, wanted: '000000', where: quoted(wrong) }];
}

/** The number of a page stands where and as the layout has it. */
export function pageNumber({ sections }: SeenWord, layout: Layout): Fault[] {
  const { at, align } = layout.pageNumber;
  return sections.flatMap((section) => numberIn(section, layout, at, align)).slice(0, 1);
}

function numberIn(section: SeenSection, layout: Layout, at: 'top' | 'bottom', align: 'centre' | 'right'): Fault[] {
  const band = at === 'top' ? section.header : section.footer;
  const found = band.find(({ text }) => text.includes('{PAGE}'));
  const wanted = align === 'centre' ? 'center' : 'right';
  if (found === undefined) return [{ found: '', wanted: `${at}, ${wanted}`, where: '' }];
  const other = align === 'right' ? found.align !== 'right' && found.align !== 'left' : found.align !== wanted;
  if (other) return [{ found: found.align, wanted, where: '' }];
  return lookFaults(layout, 'page-number', found);
}

export function pageNumberFirst({ sections }: SeenWord): Fault[] {
  const shown = sections.find(({ titlePage, firstHasNumber }) => !titlePage || firstHasNumber);
  return shown === undefined ? [] : [{ found: '1', wanted: '', where: '' }];
}

/** Annex tables lie on their side. */
export function annexLandscape({ sections, tables }: SeenWord): Fault[] {
  const standing = tables.find(({ columns, lined, section }) => {
    const on = sections[section];
    return lined && columns >= 8 && on !== undefined && on.width < on.height;
  });
  return standing === undefined ? [] : [{ found: `${standing.columns}`, wanted: '297 × 210 mm', where: '' }];
}

export function tableHead({ tables }: SeenWord): Fault[] {
  const bad = tables.find(({ lined, rows, headRepeats }) => lined && rows > 1 && !headRepeats);
  return bad === undefined ? [] : [{ found: '', wanted: 'w:tblHeader', where: '' }];
}

export function tableRows({ tables }: SeenWord): Fault[] {
  const bad = tables.find(({ lined, rowsWhole }) => lined && !rowsWhole);
  return bad === undefined ? [] : [{ found: '', wanted: 'w:cantSplit', where: '' }];
}
