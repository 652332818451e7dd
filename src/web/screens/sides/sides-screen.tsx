import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Checkbox } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { useSession } from '../../data/session.ts';
import { SIDES_A_PAGE, sidesQuery, type TwoSides } from '../../data/sides.ts';
import { AsOf, useAsOf } from '../../parts/as-of.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { Ledger, useDifferenceText } from '../../parts/ledger.tsx';
import { Pages } from '../../parts/pages.tsx';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import './sides.css';
import { UnplacedReferences } from './unplaced.tsx';

function Row({ ledger }: { readonly ledger: TwoSides }) {
  const { t } = useSpeech();
  const say = useDifferenceText();
  const { differences } = ledger;
  return (
    <li>
      <details className="sides-entry">
        <summary>
          <q lang={ledger.language} dir="auto">
            {ledger.quote}
          </q>
          <span className="sides-differences">
            {differences.length === 0 && <span className="badge">{t('sides.agree')}</span>}
            {differences.map((one) => (
              <span key={`${one.kind}${one.field ?? ''}`} className="badge differs">
                {say(one)}
              </span>
            ))}
          </span>
        </summary>
        <p className="small soft" dir="auto">
          {ledger.title} {ledger.path}{' '}
          <Link to="/commitments/$id" params={{ id: ledger.id }} search={{ asOf: useAsOf() }}>
            {t('reader.open-commitment')}
          </Link>
        </p>
        <Ledger ledger={ledger} />
      </details>
    </li>
  );
}

/** Every commitment on which both sides have said something: what they hold together, and where they differ. */
export function SidesScreen() {
  const { t } = useSpeech();
  const session = useSession();
  const alone = session?.mode === 'open' && session.seat === null;
  const { asOf, page = 1 } = useSearch({ from: '/follow-up/sides' });
  const query = useQuery(sidesQuery(page, asOf));
  const [differing, setDiffering] = useState(false);
  const rows = (query.data?.rows ?? []).filter(({ differences }) => !differing || differences.length > 0);
  return (
    <div className="page sides-page">
      <title>{`${t('sides.title')} · Servanda`}</title>
      <h1>{t('sides.title')}</h1>
      <p className="soft">{t('sides.explain')}</p>
      <div className="list-bar">
        <AsOf value={asOf} />
        <Checkbox className="checkbox" isSelected={differing} onChange={setDiffering}>
          <span className="checkbox-box">✓</span>
          {t('sides.differing-only')}
        </Checkbox>
        {rows.length > 0 && (
          <ExportMenu
            list="sides"
            search={{ id: rows.map(({ id }) => id), asOf }}
            count={rows.length}
            past={asOf !== undefined}
          />
        )}
      </div>
      {query.error && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Skeleton lines={8} />}
      {query.data && rows.length === 0 && (
        <Empty title={t('sides.none')}>
          <p>{t(alone ? 'sides.no-accounts' : asOf ? 'sides.none-then' : 'sides.none-explain')}</p>
        </Empty>
      )}
      <UnplacedReferences />
      <ul className="sides-list">
        {rows.map((ledger) => (
          <Row key={ledger.id} ledger={ledger} />
        ))}
      </ul>
      {query.data && (
        <Pages
          page={page}
          size={SIDES_A_PAGE}
          total={query.data.total}
          more={query.data.more}
          link={(to, rel, words) => (
            <Link to="/sides" search={{ asOf, page: to === 1 ? undefined : to }} rel={rel}>
              {words}
            </Link>
          )}
        />
      )}
    </div>
  );
}
