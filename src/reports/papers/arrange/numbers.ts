import type { Layout } from '../layouts/schema.ts';
import type { Paper } from '../model.ts';
import { BLANK } from './lines.ts';

const OPEN = BLANK.repeat(7);

/** A paper's number with its notation; open where nobody has reserved it. */
export function numberText(
  layout: Layout,
  { number, notation, date }: Pick<Paper, 'number' | 'notation' | 'date'>,
): string {
  const { words, numbering } = layout;
  const digits = number === null ? OPEN : String(number).padStart(numbering.pad, '0');
  if (words.notationOf === 'year') return `${notation}〔${date?.slice(0, 4) ?? OPEN}〕${digits}号`;
  return `${words.number}${digits}${words.notationOf === 'slash' ? '/' : '-'}${notation}`;
}

/** Day below 10 and months 1 and 2 with a 0 before them, as nothing can then be written in; other months without. */
export function vietnameseDate(date: string | null): string {
  if (date === null) return `ngày ${BLANK.repeat(5)} tháng ${BLANK.repeat(5)} năm ${BLANK.repeat(7)}`;
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `ngày ${String(day).padStart(2, '0')} tháng ${month < 3 ? `0${month}` : month} năm ${year}`;
}

/** Months and days without zeros before them. */
export function chineseDate(date: string | null): string {
  if (date === null) return `${OPEN}年${BLANK.repeat(4)}月${BLANK.repeat(4)}日`;
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  return `${year}年${month}月${day}日`;
}

const ROMAN: readonly (readonly [number, string])[] = [
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** @param value 1 to 39 */
export function roman(value: number): string {
  const [step, sign] = ROMAN.find(([least]) => least <= value) ?? [0, ''];
  return step === 0 ? '' : sign + roman(value - step);
}

const HAN = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/** @param value 1 to 19 */
export function han(value: number): string {
  return value > 10 ? `十${HAN[value - 10]}` : (HAN[value] ?? '');
}
