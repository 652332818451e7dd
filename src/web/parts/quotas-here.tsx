import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../app/locale.tsx';
import { type PromisedPlaces, type QuotaList, quotasQuery } from '../data/quotas.ts';
import { useAsOf } from './as-of.tsx';
import { QuotaTable } from './quota-table.tsx';
import { OpenQuotaWindow } from './quota-windows.tsx';

/** Places that texts promise and no ledger is open for. */
export function Promised({ list, quoted }: { readonly list: QuotaList; readonly quoted: boolean }) {
  const { t } = useSpeech();
  const [opening, setOpening] = useState<PromisedPlaces | null>(null);
  const words = new Map(list.named.map((one) => [one.id, one]));
  return (
    <>
      <ul className="promised">
        {list.promised.map((one) => {
          const commitment = words.get(one.commitment);
          return (
            <li key={`${one.commitment}${one.text}`}>
              <span>
                {t(`quota-kind.${one.kind}`)}: <b dir="auto">{one.text}</b>
              </span>
              {quoted && commitment && (
                <q className="small" lang={commitment.language} dir="auto">
                  {commitment.quote}
                </q>
              )}
              {list.keeps && (
                <Button className="button small" onPress={() => setOpening(one)}>
                  {t('quota.open')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {opening && <OpenQuotaWindow promised={opening} onClose={() => setOpening(null)} />}
    </>
  );
}

/** The quotas of some commitments, where they promise any. */
export function QuotasHere({ commitments }: { readonly commitments: readonly string[] }) {
  const { t } = useSpeech();
  const { data } = useQuery(quotasQuery(commitments, useAsOf()));
  if (data === undefined || (data.rows.length === 0 && data.promised.length === 0)) return null;
  return (
    <section aria-labelledby="quotas-here">
      <h2 id="quotas-here">{t('follow.quotas')}</h2>
      {data.rows.length > 0 && <QuotaTable list={data} quoted={false} />}
      <Promised list={data} quoted={false} />
    </section>
  );
}
