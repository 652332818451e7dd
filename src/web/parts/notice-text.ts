import { formatDate, formatNumber } from '../../i18n/index.ts';
import { LOCALES } from '../../kernel/index.ts';
import { noticeType, wallTime } from '../../notices/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { type ChannelRow, type NoticeRow, useZones } from '../data/notices.ts';
import { useSeriesText } from './series-text.ts';

/** Says of notices, their clocks and their channels what a duty officer understands. */
export function useNoticeText() {
  const { locale, t } = useSpeech();
  const { party, parties } = useSeriesText();
  const zone = useZones();
  const wall = (instant: string, side: string): string => {
    const { day, time, offset, daylight } = wallTime(instant, zone(side));
    return `${formatDate(locale, day)} ${time} (${offset}${daylight ? ` ${t('notices.daylight')}` : ''})`;
  };
  const said = ({ texts }: NoticeRow['notice']) => {
    const language = [locale, ...LOCALES].find((one) => texts[one] !== undefined) ?? locale;
    return { language, headline: texts[language]?.headline ?? '', instruction: texts[language]?.instruction ?? '' };
  };
  return {
    party,
    parties,
    wall,
    said,
    type: (id: string): string => noticeType(id)?.names[locale] ?? id,
    channel: ({ names }: Pick<ChannelRow, 'names'>): string =>
      [locale, ...LOCALES].map((one) => names[one]).find(Boolean) ?? '',
    /** A length of time, from minutes with a fraction. */
    length: (minutes: number): string => {
      const whole = Math.round(minutes);
      if (minutes < 1) return t('notices.seconds', { count: Math.round(minutes * 60) });
      if (whole < 120) return t('notices.minutes', { count: whole });
      if (whole < 2880) return t('notices.hours', { count: formatNumber(locale, Math.round(whole / 6) / 10) });
      return t('notices.days', { count: formatNumber(locale, Math.round(whole / 144) / 10) });
    },
  };
}
