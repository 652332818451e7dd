import { addDays } from '../../kernel/index.ts';

/** Made when first asked for: the platform loads its tables then. */
let chinese: Intl.DateTimeFormat | undefined;

/**
 * The day of a Gregorian year on which a day of the Chinese lunar year falls; never one of a leap month. Reckoned for the meridian
 * of Beijing by the platform's own tables: an announced day can be one off, above all in a country that reckons for another meridian.
 * @param month 1 to 11: the first months of a lunar year, which lie in the Gregorian year of their name
 */
export function lunarDay(year: number, month: number, day: number): string | null {
  chinese ??= new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' });
  const wanted = `${month}/${day}`;
  for (let at = `${year}-01-15`; at < `${year + 1}-01-01`; at = addDays(at, 1)) {
    if (chinese.format(Date.parse(at)) === wanted) return at;
  }
  return null;
}

/** The solar term Qingming, by the usual rule for the years 2000 to 2099. */
export function qingming(year: number): string {
  const short = year % 100;
  return `${year}-04-0${Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4)}`;
}
