import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatDate, formatList, formatNumber } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type DisseminationRow, disseminationQuery, useDisseminate } from '../../data/dissemination.ts';
import { AsOf } from '../../parts/as-of.tsx';
import { Empty, Failure, Skeleton } from '../../parts/states.tsx';
import { today } from '../../parts/today.ts';
import { useUnitNames } from '../../parts/unit-field.tsx';
import { useTry } from '../../parts/use-try.ts';
import { AddressWindow, StudyWindow } from './dissemination-windows.tsx';
import './dissemination.css';

type Addressee = DisseminationRow['addressees'][number];

/** Sends a deed; what fails is said. */
function useDeed() {
  const attempt = useTry();
  const { mutateAsync } = useDisseminate();
  return (deed: Parameters<typeof mutateAsync>[0]) => attempt(() => mutateAsync(deed));
}

function Confirmed({
  row,
  one,
  ask,
}: {
  readonly row: DisseminationRow;
  readonly one: Addressee;
  readonly ask: () => void;
}) {
  const { locale, t } = useSpeech();
  const deed = useDeed();
  const { work, version } = row;
  const receive = () => deed({ work, version, body: { type: 'receive', unit: one.unit, day: today() } });
  return (
    <>
      <td data-label={t('dissemination.received')}>
        {one.received ? formatDate(locale, one.received) : <span className="soft">{t('dissemination.not-yet')}</span>}
        {one.mine && one.received === null && (
          <Button className="button small" onPress={() => void receive()}>
            {t('dissemination.confirm-received')}
          </Button>
        )}
      </td>
      <td data-label={t('dissemination.studied')}>
        {one.studied ? (
          <>
            {formatDate(locale, one.studied.day)}
            {one.studied.people !== null && (
              <span className="soft small"> {t('dissemination.people', { count: one.studied.people })}</span>
            )}
          </>
        ) : (
          <span className="soft">{t('dissemination.not-yet')}</span>
        )}
        {one.mine && one.studied === null && (
          <Button className="button small" onPress={ask}>
            {t('dissemination.confirm-studied')}
          </Button>
        )}
      </td>
    </>
  );
}

/** How far a text got: the numbers come of the confirmations below them, and whoever is missing is named. */
function Text({ row }: { readonly row: DisseminationRow }) {
  const { locale, t } = useSpeech();
  const nameOf = useUnitNames();
  const deed = useDeed();
  const [asking, setAsking] = useState<string | null>(null);
  const { work, version, coverage, undoes } = row;
  return (
    <li className="dissemination">
      <h2 dir="auto">
        {row.title} {row.date && <span className="soft small">{formatDate(locale, row.date)}</span>}
      </h2>
      <p className="dissemination-counts">
        <span>{t('dissemination.of-received', { part: coverage.received, whole: coverage.addressed })}</span>
        <span>{t('dissemination.of-studied', { part: coverage.studied, whole: coverage.addressed })}</span>
        {coverage.people > 0 && <span>{t('dissemination.people', { count: coverage.people })}</span>}
        {row.keeps && (
          <Button className="button small" onPress={() => setAsking('')}>
            {t('dissemination.change')}
          </Button>
        )}
        {undoes !== null && (
          <Button
            className="button small quiet"
            onPress={() => void deed({ work, version, body: { type: 'undo', undoes } })}
          >
            {t('series-action.undo')}
          </Button>
        )}
      </p>
      <progress
        max={coverage.addressed}
        value={coverage.studied}
        aria-label={t('dissemination.of-studied', { part: coverage.studied, whole: coverage.addressed })}
      />
      {coverage.open.length > 0 && (
        <p className="small">
          <b>{t('dissemination.open', { count: coverage.open.length })}</b>{' '}
          <span dir="auto">{formatList(locale, coverage.open.map(nameOf))}</span>
        </p>
      )}
      <details>
        <summary>{t('dissemination.addressees', { count: formatNumber(locale, coverage.addressed) })}</summary>
        <table className="list-table">
          <thead>
            <tr>
              <th scope="col">{t('tasks.unit')}</th>
              <th scope="col">{t('dissemination.received')}</th>
              <th scope="col">{t('dissemination.studied')}</th>
            </tr>
          </thead>
          <tbody>
            {row.addressees.map((one) => (
              <tr key={one.unit}>
                <td dir="auto">{nameOf(one.unit)}</td>
                <Confirmed row={row} one={one} ask={() => setAsking(one.unit)} />
              </tr>
            ))}
          </tbody>
        </table>
      </details>
      {asking === '' && (
        <AddressWindow
          works={[{ work, title: row.title, named: row.addressees.map(({ unit }) => unit) }]}
          version={version}
          party={row.party}
          deed={deed}
          onClose={() => setAsking(null)}
        />
      )}
      {asking && <StudyWindow row={row} unit={asking} deed={deed} onClose={() => setAsking(null)} />}
    </li>
  );
}

/** Handing texts on: whom each was sent to, who has it, who studied it with their people. */
export function DisseminationScreen() {
  const { t } = useSpeech();
  const { asOf } = useSearch({ from: '/follow-up/dissemination' });
  const { data, error, refetch } = useQuery(disseminationQuery(asOf));
  const deed = useDeed();
  const [opening, setOpening] = useState(false);
  return (
    <div className="page">
      <title>{`${t('dissemination.title')} · Servanda`}</title>
      <h1>{t('dissemination.title')}</h1>
      <div className="list-bar">
        <AsOf value={asOf} />
        {data && data.others.length > 0 && (
          <Button className="button small" onPress={() => setOpening(true)}>
            <Plus size={14} aria-hidden />
            {t('dissemination.new')}
          </Button>
        )}
      </div>
      {error && <Failure error={error} retry={() => void refetch()} />}
      <ul className="disseminations">
        {data?.rows.map((row) => (
          <Text key={row.work} row={row} />
        ))}
      </ul>
      {data?.rows.length === 0 && (
        <Empty title={t('dissemination.none')}>
          <p>{t('dissemination.none-explain')}</p>
        </Empty>
      )}
      {!data && !error && <Skeleton lines={8} />}
      {opening && data && (
        <AddressWindow works={data.others} version={0} party={null} deed={deed} onClose={() => setOpening(false)} />
      )}
    </div>
  );
}
