import { actorName, formatDate, formatList } from '../../i18n/index.ts';
import { nameIn } from '../../register/index.ts';
import { useSpeech } from '../app/locale.tsx';
import type { SeriesDetail, SeriesRow } from '../data/series.ts';

type SessionFacts = Pick<NonNullable<SeriesRow['last']>, 'ordinal' | 'date' | 'host'>;

/** Says of a mechanism and its sessions what a reader understands. */
export function useSeriesText() {
  const { locale, t } = useSpeech();
  const day = (date: string): string => (date.length === 10 ? formatDate(locale, date) : date);
  const party = (code: string | null): string => (code === null ? t('series.somebody') : actorName(locale, code));
  return {
    day,
    party,
    parties: (codes: readonly string[]): string => formatList(locale, codes.map(party)),
    list: (values: readonly string[]): string => formatList(locale, values),
    name: ({ names }: Pick<SeriesRow, 'names'>): string => nameIn(names, locale),
    /** A member or host: its name in the registers, else the words as they were given. */
    member: (id: string, names: SeriesDetail['memberNames']): string => {
      const known = names[id];
      return known === undefined ? id : nameIn(known, locale);
    },
    session: ({ ordinal, date }: SessionFacts): string =>
      [
        ordinal === null ? t('series.a-session') : t('series.nth', { ordinal }),
        date === null ? t('series.no-date') : day(date),
      ].join(' · '),
    level: ({ level }: Pick<SeriesRow, 'level'>): string =>
      level === null ? t('series.level-unknown') : t(`series-level.${level}`),
  };
}
