import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatDate, formatNumber } from '../../i18n/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { type QuotaList, type QuotaRow, useEnterInQuota } from '../data/quotas.ts';
import { useAsOf } from './as-of.tsx';
import { EntryWindow } from './quota-windows.tsx';
import './quotas.css';
import { useErrorText } from './states.tsx';
import { toast } from './toasts.tsx';

/** The entries of a ledger, and the way to take the latest back. */
function Ledger({ row }: { readonly row: QuotaRow }) {
  const { locale, t } = useSpeech();
  const say = useErrorText();
  const { mutateAsync } = useEnterInQuota();
  const { undoable } = row;
  const undo = () =>
    mutateAsync({ id: row.id, version: row.version, body: { type: 'undo', undoes: undoable ?? '' } }).catch((error) =>
      toast({ text: say(error), tone: 'failure' }),
    );
  return (
    <details className="form-more small">
      <summary>{t('quota.ledger')}</summary>
      <ul className="ledger">
        {row.entries.map(({ id, at, body }) => (
          <li key={id}>
            <span className="soft">{formatDate(locale, at.slice(0, 10))}</span> {t(`quota-entry.${body.type}`)}
            {'places' in body && (
              <>
                {' '}
                <b>{formatNumber(locale, body.places)}</b> <span dir="auto">{body.note}</span>
              </>
            )}
            {id === undoable && (
              <Button className="button small quiet" onPress={() => void undo()}>
                {t('series-action.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** What is left over: promised and not granted, granted and not used. */
function Left({ row }: { readonly row: QuotaRow }) {
  const { t } = useSpeech();
  return (
    <span className="quota-left small">
      {row.ungranted > 0 && <span>{t('quota.ungranted', { count: row.ungranted })}</span>}
      {row.unused > 0 && <span>{t('quota.unused', { count: row.unused })}</span>}
    </span>
  );
}

/** Quotas with their sums, and the entries behind them. */
export function QuotaTable({ list, quoted }: { readonly list: QuotaList; readonly quoted: boolean }) {
  const { locale, t } = useSpeech();
  const [entering, setEntering] = useState<QuotaRow | null>(null);
  const asOf = useAsOf();
  const words = new Map(list.named.map((one) => [one.id, one]));
  return (
    <>
      <table className="list-table quota-table">
        <thead>
          <tr>
            <th scope="col">{t('quota.quota')}</th>
            <th scope="col">{t('quota.year')}</th>
            {(['promised', 'granted', 'used'] as const).map((sum) => (
              <th key={sum} scope="col" className="number">
                {t(`quota.${sum}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => {
            const commitment = words.get(row.commitment ?? '');
            return (
              <tr key={row.id}>
                <td>
                  <b>{kindName(t, row.kind)}</b>{' '}
                  <span dir="auto">
                    {row.from} → {row.to}
                  </span>
                  {quoted && commitment && (
                    <Link className="small" to="/commitments/$id" params={{ id: commitment.id }} search={{ asOf }}>
                      <q lang={commitment.language} dir="auto">
                        {commitment.quote}
                      </q>
                    </Link>
                  )}
                  <Left row={row} />
                  <Ledger row={row} />
                  {list.keeps && (
                    <Button className="button small" onPress={() => setEntering(row)}>
                      {t('quota.enter')}
                    </Button>
                  )}
                </td>
                <td data-label={t('quota.year')}>{row.year}</td>
                {(['promised', 'granted', 'used'] as const).map((sum) => (
                  <td key={sum} className="number" data-label={t(`quota.${sum}`)}>
                    {formatNumber(locale, row[sum])}
                  </td>
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
      {entering && <EntryWindow quota={entering} onClose={() => setEntering(null)} />}
    </>
  );
}

/** A kind the relation has a word of its own for is shown as it was given. */
function kindName(t: ReturnType<typeof useSpeech>['t'], kind: string): string {
  const known = kind === 'scholarship' || kind === 'training' || kind === 'exchange';
  return known ? t(`quota-kind.${kind}`) : kind;
}
