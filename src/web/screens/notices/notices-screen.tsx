import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { NOTICE_TYPES } from '../../../notices/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { channelsQuery, noticesQuery } from '../../data/notices.ts';
import { BothTimes } from '../../parts/both-times.tsx';
import { Choice } from '../../parts/choice.tsx';
import { useNoticeText } from '../../parts/notice-text.ts';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import './notices.css';

const ANY = 'any';

/** Every notice a side sent or got, the latest first. */
export function NoticesScreen() {
  const { t } = useSpeech();
  const say = useNoticeText();
  const search = useSearch({ from: '/notice-pages/notices' });
  const go = useNavigate();
  const narrow = (name: string) => (value: string) =>
    void go({ to: '/notices', search: { ...search, before: undefined, [name]: value === ANY ? undefined : value } });
  const { data, error, refetch } = useQuery(noticesQuery(search));
  const channels = useQuery(channelsQuery).data?.rows ?? [];
  return (
    <div className="page">
      <title>{`${t('notices.title')} · Servanda`}</title>
      <div className="notices-head">
        <h1>{t('notices.title')}</h1>
        <Link className="button primary" to="/notices/new" search={{}}>
          <Plus size={16} aria-hidden />
          {t('notices.new')}
        </Link>
      </div>
      <div className="notices-narrow">
        <Choice
          label={t('notices.standing')}
          value={search.standing ?? ANY}
          values={[ANY, 'open', 'ended'] as const}
          name={(one) => t(`notices-show.${one}`)}
          onChange={narrow('standing')}
        />
        <Choice
          label={t('notices.type')}
          value={search.type ?? ANY}
          values={[ANY, ...NOTICE_TYPES.map(({ id }) => id)]}
          name={(one) => (one === ANY ? t('notices-show.any') : say.type(one))}
          onChange={narrow('type')}
        />
        <Choice
          label={t('notices.channel')}
          value={search.channel ?? ANY}
          values={[ANY, ...channels.map(({ id }) => id)]}
          name={(one) => {
            const found = channels.find(({ id }) => id === one);
            return found ? say.channel(found) : t('notices-show.any');
          }}
          onChange={narrow('channel')}
        />
        <Choice
          label={t('notices.mode')}
          value={search.mode ?? ANY}
          values={[ANY, 'normal', 'exercise'] as const}
          name={(one) => t(`notices-show.${one}`)}
          onChange={narrow('mode')}
        />
      </div>
      {error && <Failure error={error} retry={() => void refetch()} />}
      <ul className="notice-list">
        {data?.rows.map((row) => {
          const { notice, issued, standing, clocks } = row;
          const { language, headline } = say.said(notice);
          const pressing = clocks.find((one) => /overdue|running|late/.test(one.standing));
          return (
            <li key={row.id} className={`notice-line ${standing}`}>
              <p>
                {notice.mode === 'exercise' && <span className="exercise-mark">{t('notices.exercise')}</span>}
                <b>{say.type(notice.type)}</b>
                <span className="soft">
                  {say.party(notice.from.party)} → {say.parties(notice.to)}
                </span>
                <span className={`notice-standing ${standing}`}>{t(`notice-standing.${standing}`)}</span>
                {pressing && (
                  <span className={pressing.standing === 'running' ? 'soft' : 'failure-text'}>
                    {t(`notice-clock.${pressing.clock}`)}: {t(`clock-standing.${pressing.standing}`)}
                  </span>
                )}
              </p>
              <Link to="/notices/$id" params={{ id: row.id }} lang={language} dir="auto">
                {headline}
              </Link>
              <span className="small soft">
                <BothTimes at={issued.at} parties={[notice.from.party, ...notice.to]} />
              </span>
            </li>
          );
        })}
      </ul>
      {data && (data.older !== null || search.before !== undefined) && (
        <p className="issue-mode">
          {search.before !== undefined && (
            <Link className="button small" to="/notices" search={{ ...search, before: undefined }}>
              {t('notices.latest')}
            </Link>
          )}
          {data.older !== null && (
            <Link className="button small" to="/notices" search={{ ...search, before: data.older }}>
              {t('notices.older')}
            </Link>
          )}
        </p>
      )}
      {data?.rows.length === 0 && (
        <Empty title={t('notices.none')}>
          <p>{t('notices.none-explain')}</p>
        </Empty>
      )}
      {!data && !error && <Skeleton lines={8} />}
    </div>
  );
}
