import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatNumber } from '../../../i18n/index.ts';
import { RATING_SCALES } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { agreementQuery } from '../../data/tasks.ts';

/** How far those who rate the same tasks agree, beyond what chance would give; the tasks on which they differ are named. */
export function AgreementOfRaters() {
  const { locale, t } = useSpeech();
  const { data } = useQuery(agreementQuery);
  if (!data || data.rows.length === 0) return null;
  const scaleOf = (scale: string) => RATING_SCALES.find(({ id }) => id === scale);
  const named = (scale: string, value: string) =>
    scaleOf(scale)?.steps.find(({ id }) => id === value)?.names[locale] ?? value;
  return (
    <section aria-labelledby="agreement">
      <h2 id="agreement">{t('agreement.title')}</h2>
      <p className="soft small">{t('agreement.explain')}</p>
      <div className="table-frame">
        <table className="list-table">
          <thead>
            <tr>
              <th>{t('agreement.raters')}</th>
              <th>{t('agreement.scale')}</th>
              <th>{t('agreement.same')}</th>
              <th>κ</th>
            </tr>
          </thead>
          <tbody>
            {data.rows.map(({ raters: [one, other], scale, rated, same, kappa, differing }) => (
              <tr key={`${one}${other}${scale}`}>
                <td>
                  {t(`rater.${one}`)} · {t(`rater.${other}`)}
                  {differing.length > 0 && (
                    <details className="small">
                      <summary>{t('agreement.differing', { count: rated - same })}</summary>
                      <ul className="owed-list">
                        {differing.map(({ task, values: [first, second] }) => (
                          <li key={task}>
                            <Link to="/tasks/$id" params={{ id: task }} className="task-link" dir="auto">
                              {data.titles[task] ?? task}
                            </Link>
                            <span className="small">
                              {named(scale, first)} · <b>{named(scale, second)}</b>
                            </span>
                          </li>
                        ))}
                      </ul>
                    </details>
                  )}
                </td>
                <td data-label={t('agreement.scale')}>{scaleOf(scale)?.names[locale] ?? scale}</td>
                <td data-label={t('agreement.same')}>
                  {t('agreement.share', { same: formatNumber(locale, same), rated: formatNumber(locale, rated) })}
                </td>
                <td data-label="κ">
                  {kappa === null ? (
                    <span className="soft">–</span>
                  ) : (
                    formatNumber(locale, Math.round(kappa * 100) / 100)
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
