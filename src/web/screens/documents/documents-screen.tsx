import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { formatNumber } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useImporting } from '../../data/importing.ts';
import { openPointsQuery, type Work, worksQuery } from '../../data/queries.ts';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import './documents.css';
import { useMay } from '../../data/session.ts';
import { ImportList } from './import-list.tsx';
import { ImportZone } from './import-zone.tsx';
import { PartnerPublications } from './partner-publications.tsx';
import { WorkEntry } from './work-entry.tsx';

/** The latest first; works without a date at the end; the demonstration below one's own. */
function inOrder(works: readonly Work[]): Work[] {
  return [...works].sort(
    (a, b) =>
      Number(a.demonstration) - Number(b.demonstration) ||
      (b.date ?? '').localeCompare(a.date ?? '') ||
      a.title.localeCompare(b.title),
  );
}

/** All works, and the way in for new ones. */
export function DocumentsScreen() {
  const { locale, t } = useSpeech();
  const query = useQuery(worksQuery);
  const { data: open } = useQuery(openPointsQuery);
  const importing = useImporting();
  const mayImport = useMay('import');
  const works = useMemo(() => inOrder(query.data?.works ?? []), [query.data]);
  return (
    <div className="page documents">
      <title>{`${t('shell.documents')} · Servanda`}</title>
      <header className="documents-head">
        <h1>{t('shell.documents')}</h1>
        {works.length > 0 && <span className="soft">{t('documents.count', { count: works.length })}</span>}
      </header>
      {mayImport && <ImportZone onFiles={(files) => void importing.send(files)} />}
      <ImportList batches={importing.batches} onDismiss={importing.dismiss} />
      {query.error && !query.data && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Skeleton lines={10} />}
      {query.data && works.length === 0 && (
        <Empty title={t('documents.empty')}>
          <ol className="first-steps">
            {[t('documents.first-step'), t('documents.second-step'), t('documents.third-step')].map((step, index) => (
              <li key={step}>
                <b>{formatNumber(locale, index + 1)}</b> {step}
              </li>
            ))}
          </ol>
        </Empty>
      )}
      <ul className="works">
        {works.map((work) => (
          <WorkEntry key={work.id} work={work} open={open?.find(({ workId }) => workId === work.id)} />
        ))}
      </ul>
      <PartnerPublications />
    </div>
  );
}
