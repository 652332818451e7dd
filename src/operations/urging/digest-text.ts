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

/** What the lines of a digest are written with. */
export interface DigestWords {
  /** ISO date of the digest: what is sent later is still to come. */
  readonly day: string;
  readonly locale: Locale;
  /** Where the pages are, for the links; null leaves them out. */
  readonly pages: string | null;
  readonly unitName: (unit: string) => string;
}

function coming(item: DigestItem, { day, locale, unitName }: DigestWords): string {
  const posts = item.to.map(
    ({ role, unit }) => `${translate(locale, `role.${role}`)}${unit === null ? '' : ` · ${unitName(unit)}`}`,
  );
  const step = translate(locale, `escalations.${item.channel}`, { level: item.level });
  const on = translate(locale, 'urging.coming-on', { day: formatDate(locale, item.day), step, to: posts.join('; ') });
  return `${urgingWords({ due: item.due, day }, locale)} ${on}`;
}

/** A digest as mail: what is pressing, then what will be escalated over the reader's head; each with its level, its day and where it is. */
export function digestMail(
  items: readonly DigestItem[],
  words: DigestWords,
): { readonly subject: string; readonly text: string } {
  const { day, locale, pages } = words;
  const [ahead, now] = [items.filter((item) => item.day > day), items.filter((item) => item.day <= day)];
  const lines = (listed: readonly DigestItem[], say: (item: DigestItem) => string) =>
    listed.flatMap((item) => [
      `• ${item.title}`,
      `  ${say(item)}`,
      ...(pages === null ? [] : [`  ${pages}/tasks/${encodeURIComponent(item.task)}`]),
      '',
    ]);
  const all = pages === null ? [] : [translate(locale, 'urging.coming-all', { link: `${pages}/tasks/ahead` }), ''];
  const section = [
    ...[translate(locale, 'urging.coming', { count: ahead.length }), ''],
    ...lines(ahead, (item) => coming(item, words)),
    ...all,
  ];
  const [subject, count] =
    now.length > 0 ? (['urging.subject', now.length] as const) : (['urging.subject-coming', ahead.length] as const);
  return {
    subject: translate(locale, subject, { count, day: formatDate(locale, day) }),
    text: [
      ...[translate(locale, 'urging.opening', { count: now.length }), ''],
      ...lines(now, (item) => pressing(item, locale)),
      ...(ahead.length === 0 ? [] : section),
      translate(locale, 'urging.closing'),
    ].join('\n'),
  };
}
