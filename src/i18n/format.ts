import type { Language, Locale } from '../kernel/index.ts';
import { LOCALE_TAGS, translate } from './translate.ts';

/** Formatters are slow to make and are asked for once a table cell: made once each. */
function remembered<F>(make: (tag: string) => F): (locale: Locale) => F {
  const made = new Map<Locale, F>();
  return (locale) => {
    const known = made.get(locale) ?? make(LOCALE_TAGS[locale]);
    made.set(locale, known);
    return known;
  };
}

const dates = {
  short: remembered((tag) => new Intl.DateTimeFormat(tag, { ...day(tag), year: 'numeric', timeZone: 'UTC' })),
  long: remembered((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' })),
};
const instants = remembered((tag) => new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' }));
const numbers = remembered((tag) => new Intl.NumberFormat(tag));
const percents = remembered((tag) => new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 0 }));
const decimals = remembered((tag) => new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }));
const languages = remembered((tag) => new Intl.DisplayNames(tag, { type: 'language' }));
const comparers = remembered((tag) => new Intl.Collator(tag, { numeric: true }));

function day(tag: string): Intl.DateTimeFormatOptions {
  return tag === 'vi-VN' ? { day: '2-digit', month: '2-digit' } : { day: 'numeric', month: 'short' };
}

/** An ISO date (`2026-04-18`): `short` for tables (18/04/2026, 18 Apr 2026, 2026年4月18日), `long` for prose. */
export function formatDate(locale: Locale, isoDate: string, style: 'short' | 'long' = 'short'): string {
  return dates[style](locale).format(new Date(`${isoDate}T00:00:00Z`));
}

/** An ISO instant, with the time of day, in the time zone of the machine. */
export function formatInstant(locale: Locale, instant: string): string {
  return instants(locale).format(new Date(instant));
}

/** An interval of ISO dates, either end of which may be open; empty where both are. */
export function formatInterval(locale: Locale, from: string | null, to: string | null): string {
  if (from && to)
    return from === to ? formatDate(locale, to) : `${formatDate(locale, from)} – ${formatDate(locale, to)}`;
  if (to) return translate(locale, 'date.until', { date: formatDate(locale, to) });
  return from ? translate(locale, 'date.from', { date: formatDate(locale, from) }) : '';
}

export function formatNumber(locale: Locale, value: number): string {
  return numbers(locale).format(value);
}

/** A share 0..1 as whole percents. */
export function formatPercent(locale: Locale, share: number): string {
  return percents(locale).format(share);
}

/** A size in bytes as kB or MB (decimal). */
export function formatBytes(locale: Locale, bytes: number): string {
  return bytes < 1e6
    ? `${numbers(locale).format(Math.ceil(bytes / 1e3))} kB`
    : `${decimals(locale).format(bytes / 1e6)} MB`;
}

/** A duration in seconds, to the tenth. */
export function formatSeconds(locale: Locale, seconds: number): string {
  return translate(locale, 'duration.seconds', { seconds: decimals(locale).format(seconds) });
}

/** Names one after the other, as a table cell shows them. */
export function formatList(locale: Locale, items: readonly string[]): string {
  return items.join(locale === 'zh' ? '、' : ', ');
}

/** The name of a document's language. */
export function languageName(locale: Locale, language: Language): string {
  return language === 'und' ? translate(locale, 'language.und') : (languages(locale).of(language) ?? language);
}

/** Orders two names as a reader of the language expects. */
export function compareNames(locale: Locale, a: string, b: string): number {
  return comparers(locale).compare(a, b);
}
