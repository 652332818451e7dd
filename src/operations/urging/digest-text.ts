import type { DigestItem } from '../../db/index.ts';
import { formatDate, translate } from '../../i18n/index.ts';
import type { Locale } from '../../kernel/index.ts';
import { REPORT_REMINDER } from '../../register/index.ts';

/** The language a side is written to in; English where its own is none of the product's. */
const LANGUAGES: Readonly<Record<string, Locale>> = { VN: 'vi', CN: 'zh' };

export function localeOfParty(party: string): Locale {
  return LANGUAGES[party] ?? 'en';
}

/** What an urging says in the log of its task. */
export function urgingWords({ due, day }: Pick<DigestItem, 'due' | 'day'>, locale: Locale): string {
  return translate(locale, due < day ? 'urging.said-late' : 'urging.said', { day: formatDate(locale, due) });
}

function pressing(item: DigestItem, locale: Locale): string {
  if (item.level === REPORT_REMINDER) {
    return translate(locale, 'urging.report-late', { day: formatDate(locale, item.due) });
  }
  return `${translate(locale, 'task.urged', { level: item.level })}. ${urgingWords(item, locale)}`;
}

/** A digest as mail: how many tasks are pressing, then each with its level, its day and where it is. */
export function digestMail(
  items: readonly DigestItem[],
  day: string,
  locale: Locale,
  pages: string | null,
): { readonly subject: string; readonly text: string } {
  const count = items.length;
  const lines = items.flatMap((item) => [
    `• ${item.title}`,
    `  ${pressing(item, locale)}`,
    ...(pages === null ? [] : [`  ${pages}/tasks/${encodeURIComponent(item.task)}`]),
    '',
  ]);
  return {
    subject: translate(locale, 'urging.subject', { count, day: formatDate(locale, day) }),
    text: [translate(locale, 'urging.opening', { count }), '', ...lines, translate(locale, 'urging.closing')].join(
      '\n',
    ),
  };
}
