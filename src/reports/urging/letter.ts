import { formatDate, translate } from '../../i18n/index.ts';
import type { Locale } from '../../kernel/index.ts';

/** What is late, and what binds the unit to it. */
export interface LetterItem {
  readonly title: string;
  /** ISO date. */
  readonly due: string;
  /** Working days it is late. */
  readonly late: number;
  /** How often it was urged before, and the words of the last reply. */
  readonly urged: number;
  readonly reply: string | null;
  readonly basis: readonly {
    readonly quote: string;
    readonly work: string;
    readonly path: string;
    readonly date: string | null;
  }[];
}

/** An urging letter to a unit. */
export interface Letter {
  /** The unit, in the language of the letter. */
  readonly unit: string;
  /** ISO date. */
  readonly day: string;
  readonly items: readonly LetterItem[];
  /** Further tasks that are overdue and that the letter does not name. */
  readonly more: number;
}

/** The cells of one item: its number, what is to be done and what binds, the day with how late it is, what was said so far. */
export function itemCells(item: LetterItem, index: number, locale: Locale): readonly (readonly string[])[] {
  const basis = item.basis.map(({ quote, work, path, date }) => {
    const place = [work, path, date === null ? '' : formatDate(locale, date)].filter((part) => part !== '').join(', ');
    return `“${quote}” (${place})`;
  });
  return [
    [String(index + 1)],
    [item.title, ...basis],
    [formatDate(locale, item.due), translate(locale, 'letter.late', { count: item.late })],
    [translate(locale, 'letter.urged', { count: item.urged }), ...(item.reply === null ? [] : [`“${item.reply}”`])],
  ];
}
