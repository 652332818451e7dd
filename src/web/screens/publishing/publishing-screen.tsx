import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ExternalLink } from 'lucide-react';
import { formatDate, formatNumber } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type PublishingWork, publishingQuery } from '../../data/publishing.ts';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import './publishing.css';

function Row({ work }: { readonly work: PublishingWork }) {
  const { t, locale } = useSpeech();
  const n = (count: number) => formatNumber(locale, count);
  const open = work.public.work + work.public.text + work.public.commitment > 0;
  return (
    <tr>
      <th scope="row">
        <Link to="/publishing/$id" params={{ id: work.workId }} dir="auto">
          {work.title}
        </Link>
        <span className="soft small publishing-of">
          {t(`work-type.${work.type}`)}
          {work.date && ` · ${formatDate(locale, work.date)}`}
          {work.side && ` · ${work.side}`}
        </span>
      </th>
      <td data-label={t('publishing.state')}>
        {work.public.work > 0 ? (
          t('publishing-state.public')
        ) : (
          <span className="soft">{t('publishing-state.internal')}</span>
        )}
      </td>
      <td className="number" data-label={t('portal.texts')}>
        {n(work.public.text)} / {n(work.texts)}
      </td>
      <td className="number" data-label={t('portal.register')}>
        {n(work.public.commitment)} / {n(work.decided)}
        {work.undecided > 0 && (
          <span className="soft small publishing-of">{t('publishing.undecided', { count: work.undecided })}</span>
        )}
      </td>
      <td>
        {open && (
          <a href={`/public/${locale}/${work.id}`} target="_blank" rel="noreferrer">
            {t('publishing.look')}
          </a>
        )}
      </td>
    </tr>
  );
}

/** What of every work is public. Nothing is until somebody makes it so here. */
export function PublishingScreen() {
  const { t, locale } = useSpeech();
  const { data, error, refetch } = useQuery(publishingQuery);
  return (
    <div className="page publishing">
      <title>{`${t('publishing.title')} · Servanda`}</title>
      <div className="publishing-head">
        <h1>{t('publishing.title')}</h1>
        <a className="button" href={`/public/${locale}/`} target="_blank" rel="noreferrer">
          <ExternalLink size={16} aria-hidden="true" /> {t('publishing.portal')}
        </a>
      </div>
      <p className="soft publishing-lead">{t('publishing.lead')}</p>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={6} />}
      {data && data.works.length === 0 && <Empty title={t('publishing.none')} />}
      {data && data.works.length > 0 && (
        <table className="list-table publishing-table">
          <thead>
            <tr>
              <th scope="col">{t('column.work')}</th>
              <th scope="col">{t('publishing.state')}</th>
              <th scope="col" className="number">
                {t('portal.texts')}
              </th>
              <th scope="col" className="number">
                {t('portal.register')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {data.works.map((work) => (
              <Row key={work.workId} work={work} />
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
