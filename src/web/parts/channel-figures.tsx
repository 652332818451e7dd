import { Link } from '@tanstack/react-router';
import { formatNumber } from '../../i18n/index.ts';
import { useSpeech } from '../app/locale.tsx';
import type { ChannelRow } from '../data/notices.ts';
import { useNoticeText } from './notice-text.ts';
import { useSeriesText } from './series-text.ts';

/** What a channel did: how many notices, how soon they were read, when it was last tried. Each figure opens its list. */
export function ChannelFigures({ row }: { readonly row: ChannelRow }) {
  const { locale, t } = useSpeech();
  const say = useNoticeText();
  const { day } = useSeriesText();
  const { figures } = row;
  const on = (instant: string | null) => (instant === null ? t('channel.never') : day(instant.slice(0, 10)));
  return (
    <p className="facts">
      <Link to="/notices" search={{ channel: row.id, mode: 'normal' }}>
        {t('channel.notices', { count: figures.notices })}
      </Link>
      <span>
        {figures.medianMinutes === null
          ? t('channel.no-median')
          : t('channel.median', { time: say.length(figures.medianMinutes) })}
      </span>
      {figures.limited > 0 && (
        <span className={figures.late > 0 ? 'failure-text' : ''}>
          {t('channel.late', { late: formatNumber(locale, figures.late), of: formatNumber(locale, figures.limited) })}
        </span>
      )}
      <Link to="/notices" search={{ channel: row.id, mode: 'exercise' }}>
        {t('channel.drill', { day: on(figures.lastDrill) })}
      </Link>
      <span>{t('channel.test', { day: on(figures.lastTest) })}</span>
    </p>
  );
}
