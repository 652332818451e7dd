import { formatDate, formatInterval } from '../../i18n/index.ts';
import { useSpeech } from '../app/locale.tsx';
import type { Row } from '../data/queries.ts';

/** Says when a row is due: the days, or the text's own words; and the day a person chose for looking again. */
export function useDueText(): (row: Pick<Row, 'due' | 'review'>, withWords?: boolean) => string {
  const { locale, t } = useSpeech();
  return ({ due, review }, withWords = false) => {
    const days = due ? formatInterval(locale, due.from, due.to) : '';
    const words = due?.text ?? '';
    const said = days === '' ? words : withWords ? `${words} (${days})` : days;
    const again = review === null ? '' : t('review.on', { date: formatDate(locale, review) });
    return [said, again].filter((part) => part !== '').join(' · ');
  };
}
