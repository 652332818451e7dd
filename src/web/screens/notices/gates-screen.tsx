import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDate } from '../../../i18n/index.ts';
import { noticeType, wallTime } from '../../../notices/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { gatesQuery, useOwnParties } from '../../data/notices.ts';
import { BothTimes } from '../../parts/both-times.tsx';
import { useNoticeText } from '../../parts/notice-text.ts';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import './notices.css';

/** The calendar of gates: hours every side agreed to, and what was last said of each gate. */
export function GatesScreen() {
  const { locale, t } = useSpeech();
  const say = useNoticeText();
  const own = useOwnParties();
  const words = noticeType('gate-status')?.fields.properties?.status?.['x-values'];
  const { data, error, refetch } = useQuery(gatesQuery);
  return (
    <div className="page">
      <title>{`${t('gates.title')} · Servanda`}</title>
      <div className="notices-head">
        <h1>{t('gates.title')}</h1>
      </div>
      <p className="soft alerts-explain">{t('gates.explain')}</p>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && data.hours.length + data.statuses.length === 0 && (
        <Empty title={t('gates.none')}>
          <p>{t('gates.none-explain')}</p>
        </Empty>
      )}
      {data && data.hours.length > 0 && (
        <section>
          <h2>{t('gates.hours')}</h2>
          <ul className="notice-list">
            {data.hours.map(({ notice, gate, from, until, opens, closes, zone, agreedAt }) => (
              <li key={notice} className="notice-line">
                <p>
                  <b dir="auto">{gate}</b>
                  <span>
                    {formatDate(locale, from)} – {formatDate(locale, until)}
                  </span>
                  <b>
                    {opens.slice(0, 5)}–{closes.slice(0, 5)} ({wallTime(`${from}T05:00:00Z`, zone).offset})
                  </b>
                </p>
                <p className="small soft">
                  {t('gates.agreed')} <BothTimes at={agreedAt} parties={own} />
                  <Link to="/notices/$id" params={{ id: notice }}>
                    {t('alerts.notice')}
                  </Link>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
      {data && data.statuses.length > 0 && (
        <section>
          <h2>{t('gates.statuses')}</h2>
          <ul className="notice-list">
            {data.statuses.map(({ notice, gate, status, party, from, until }) => (
              <li key={notice} className="notice-line">
                <p>
                  <b dir="auto">{gate}</b>
                  <span className="notice-standing">{words?.[status]?.[locale] ?? status}</span>
                  <span className="soft">{say.party(party)}</span>
                </p>
                <p className="small soft">
                  <BothTimes at={from} parties={own} />
                  {until && (
                    <>
                      {t('notices.until')} <BothTimes at={until} parties={own} />
                    </>
                  )}
                  <Link to="/notices/$id" params={{ id: notice }}>
                    {t('alerts.notice')}
                  </Link>
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
