import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { quotasQuery } from '../../data/quotas.ts';
import { AsOf } from '../../parts/as-of.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { QuotaTable } from '../../parts/quota-table.tsx';
import { OpenQuotaWindow } from '../../parts/quota-windows.tsx';
import { Promised } from '../../parts/quotas-here.tsx';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';

/** Scholarships, training places, exchanges: what was promised, granted and used, by year. */
export function QuotasScreen() {
  const { t } = useSpeech();
  const { asOf } = useSearch({ from: '/follow-up/quotas' });
  const { data, error, refetch } = useQuery(quotasQuery(undefined, asOf));
  const [opening, setOpening] = useState(false);
  return (
    <div className="page">
      <title>{`${t('follow.quotas')} · Servanda`}</title>
      <h1>{t('follow.quotas')}</h1>
      <div className="list-bar">
        <AsOf value={asOf} />
        {data && data.rows.length > 0 && (
          <ExportMenu list="quotas" search={{ asOf }} count={data.rows.length} past={asOf !== undefined} />
        )}
        {data?.keeps && (
          <Button className="button small" onPress={() => setOpening(true)}>
            <Plus size={14} aria-hidden />
            {t('quota.open')}
          </Button>
        )}
      </div>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {data && data.rows.length > 0 && <QuotaTable list={data} quoted />}
      {data && data.rows.length === 0 && (
        <Empty title={t('quota.none')}>
          <p>{t('quota.none-explain')}</p>
        </Empty>
      )}
      {data && asOf === undefined && data.promised.length > 0 && (
        <section>
          <h2>{t('quota.read')}</h2>
          <Promised list={data} quoted />
        </section>
      )}
      {!data && !error && <Skeleton lines={8} />}
      {opening && <OpenQuotaWindow promised={null} onClose={() => setOpening(false)} />}
    </div>
  );
}
