import { formatList, LOCALE_TAGS } from '../../../i18n/index.ts';
import { PERIOD_NAMES, type PeriodName, periodRulesOf } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';

/** Where the periods of reports are cut in a relation, and until when a report is to be there. */
export function Periods({ relation }: { readonly relation: string }) {
  const { locale, t } = useSpeech();
  const { periods, source, unsure } = periodRulesOf(relation);
  const dayOfYear = new Intl.DateTimeFormat(LOCALE_TAGS[locale], { day: 'numeric', month: 'short', timeZone: 'UTC' });
  const cut = (name: PeriodName) => {
    const { ends } = periods[name];
    const same = new Set(ends.map(({ day }) => day)).size === 1;
    if (name === 'month' && same) {
      const day = ends[0]?.day ?? 31;
      return day === 31 ? t('ladder.month-end') : t('ladder.month-day', { day });
    }
    // A year without 29 February, so that the last of a month is meant as it is said.
    return formatList(
      locale,
      ends.map(({ month, day }) => dayOfYear.format(Date.UTC(2026, month - 1, Math.min(day, lastOf(month))))),
    );
  };
  const submitted = (name: PeriodName) => {
    const { submit } = periods[name];
    if (submit === null) return t('ladder.submit-unset');
    return t(submit.of === 'working-days' ? 'ladder.submit-working' : 'ladder.submit-days', { count: submit.after });
  };
  return (
    <details className="ladder-periods">
      <summary>{t('ladder.periods')}</summary>
      <p className="small soft" dir="auto">
        {t('ladder.source')}: {source} {unsure && t('ladder.unsure')}
      </p>
      <ul className="small">
        {PERIOD_NAMES.map((name) => (
          <li key={name}>
            {t(`period.${name}`)}: {t('ladder.cut', { days: cut(name) })} {submitted(name)}
          </li>
        ))}
      </ul>
    </details>
  );
}

const lastOf = (month: number) => new Date(Date.UTC(2026, month, 0)).getUTCDate();
