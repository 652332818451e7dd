import type { Layout, LookName, Measure } from '../layouts/schema.ts';
import type { Deviation, SeenParagraph } from './model.ts';

/** What a check found: nothing, or what the file has instead of what the rule wants. */
export type Fault = Pick<Deviation, 'found' | 'wanted' | 'where'>;

/** Fractions of a point and millimetre that rounding in files makes. */
const SLACK = 0.35;

export function within(value: number, { min, max }: Measure): boolean {
  return value >= min - SLACK && value <= max + SLACK;
}

export function span({ min, max }: Measure, unit: string): string {
  return min === max ? `${min} ${unit}` : `${min}–${max} ${unit}`;
}

export function quoted(paragraph: SeenParagraph | null): string {
  const text = (paragraph?.text ?? '').replace(/[\s\u00a0]+/gu, ' ').trim();
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** A measure outside of its bounds. */
export function measured(value: number, bounds: Measure, unit: string, where = ''): Fault[] {
  if (within(value, bounds)) return [];
  return [{ found: `${Math.round(value * 10) / 10} ${unit}`, wanted: span(bounds, unit), where }];
}

/** How letters are, in signs all languages share: size, B, I, U, AA. */
function described({
  size,
  bold,
  italic,
  underline,
  caps,
}: {
  size: string;
  bold: boolean;
  italic: boolean;
  underline: boolean;
  caps: boolean;
}): string {
  return [size, bold ? 'B' : '', italic ? 'I' : '', underline ? 'U' : '', caps ? 'AA' : '']
    .filter((part) => part !== '')
    .join(' ');
}

/** Letters of a part that look otherwise than the layout has them; one fault a paragraph. */
export function lookFaults(layout: Layout, name: LookName, paragraph: SeenParagraph | null, align?: string): Fault[] {
  const look = layout.looks[name];
  const wanted = described({ ...look, size: span(look.size, 'pt'), underline: look.underline ?? false });
  if (paragraph === null) return [{ found: '', wanted, where: '' }];
  const wrong = paragraph.runs.find(
    (run) =>
      run.text.trim() !== '' &&
      (!within(run.size, look.size) ||
        run.bold !== look.bold ||
        run.italic !== look.italic ||
        run.underline !== (look.underline ?? false)),
  );
  const text = paragraph.text.replace(/[\s\u00a0]+/gu, ' ');
  const caps = !look.caps || text === text.toLocaleUpperCase('vi');
  if (wrong !== undefined || !caps) {
    const run = wrong ?? paragraph.runs[0];
    const found =
      run === undefined
        ? ''
        : described({ ...run, size: `${run.size} pt`, caps: text === text.toLocaleUpperCase('vi') });
    return [{ found, wanted, where: quoted(paragraph) }];
  }
  if (align !== undefined && paragraph.align !== align)
    return [{ found: paragraph.align, wanted: align, where: quoted(paragraph) }];
  return [];
}
