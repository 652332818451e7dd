import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatInstant, formatNumber } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { call } from '../../client.ts';
import { type Partner, partnerQuery, saveCourierFile, useExchangeStep } from '../../data/exchange.ts';
import { useMay } from '../../data/session.ts';
import { useErrorText } from '../../parts/states.tsx';
import { toast } from '../../parts/toasts.tsx';
import { KeyList } from './key-list.tsx';
import { MessageTable } from './message-table.tsx';

/** How far each has what the other sent, and since when something waits. */
function Figures({ partner }: { readonly partner: Partner }) {
  const { t, locale } = useSpeech();
  const at = (instant: string | null) => (instant === null ? '—' : formatInstant(locale, instant));
  const n = (count: number) => formatNumber(locale, count);
  const gaps = partner.gaps.map(([from, to]) => (from === to ? n(from) : `${n(from)}–${n(to)}`)).join(', ');
  const rows: readonly (readonly [string, string, boolean])[] = [
    [t('partners.last-receipt'), at(partner.receiptAt), false],
    [t('partners.last-heard'), at(partner.heardAt), false],
    [
      t('partners.waiting'),
      partner.waiting === 0 ? n(0) : `${n(partner.waiting)} · ${t('partners.since', { at: at(partner.oldest) })}`,
      partner.standing === 'down' && partner.waiting > 0,
    ],
    [t('partners.has'), t('partners.has-of', { has: partner.hasAll, sent: partner.sealed }), false],
    [t('partners.gaps'), gaps || t('partners.no-gaps'), gaps !== ''],
  ];
  return (
    <dl className="partner-figures">
      {rows.map(([label, value, bad]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className={bad ? 'failure-text' : ''}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Actions({ partner }: { readonly partner: Partner }) {
  const { t } = useSpeech();
  const say = useErrorText();
  const [keeps, acts] = [useMay('keep-partners'), useMay('exchange')];
  const fail = (error: unknown) => toast({ text: say(error), tone: 'failure' });
  const file = useExchangeStep(() => saveCourierFile(partner.id));
  const change = useExchangeStep((state: 'active' | 'paused') =>
    call('actOnPartner', { params: { id: partner.id }, body: { type: 'change', state } }),
  );
  const next = partner.state === 'active' ? 'paused' : 'active';
  return (
    <div className="partner-actions">
      {acts && (
        <Button
          className="button small"
          isDisabled={file.isPending}
          onPress={() => file.mutate(undefined, { onError: fail })}
        >
          {t('partners.make-file')}
        </Button>
      )}
      <a className="button small quiet" href={`/api/exchange/partners/${encodeURIComponent(partner.id)}/log`} download>
        {t('partners.log')}
      </a>
      {keeps && partner.state !== 'ended' && (
        <Button className="button small quiet" onPress={() => change.mutate(next, { onError: fail })}>
          {t(next === 'paused' ? 'partners.pause' : 'partners.resume')}
        </Button>
      )}
    </div>
  );
}

const PARTS = ['open', 'came', 'sent', 'shares', 'keys'] as const;

/** A partner: how the link stands, what needs a person, what went and came. */
export function PartnerCard({ partner }: { readonly partner: Partner }) {
  const { t, locale } = useSpeech();
  const { data } = useQuery(partnerQuery(partner.id));
  const [part, setPart] = useState<(typeof PARTS)[number] | null>(null);
  const asks = (['held', 'dead', 'failed'] as const).flatMap((what) =>
    partner[what] > 0 ? t(`partners.asks-${what}`, { count: partner[what] }) : [],
  );
  const offered = partner.keys.some(({ state }) => state === 'offered');
  const shown = part ?? (offered ? 'keys' : 'open');
  const count = {
    open: data?.open.length,
    came: data?.came.length,
    sent: data?.sent.length,
    shares: data?.shares.length,
  };
  return (
    <section className="partner-card" aria-label={partner.name}>
      <header>
        <div>
          <h2 dir="auto">
            {partner.name} <span className={`link-mark ${partner.standing}`}>{t(`link.${partner.standing}`)}</span>
          </h2>
          <p className="soft small">
            <code dir="ltr">{partner.id}</code> · {partner.party} · {t(`partner-kind.${partner.kind}`)} ·{' '}
            {partner.address ? <code dir="ltr">{partner.address}</code> : t('partners.by-courier')}
          </p>
          {partner.failure && <p className="failure-text small">{partner.failure}</p>}
        </div>
        <Actions partner={partner} />
      </header>
      <Figures partner={partner} />
      {asks.length > 0 && (
        <p className="partner-asks" role="status">
          {asks.join(' ')}
        </p>
      )}
      <div className="partner-parts" role="tablist" aria-label={partner.name}>
        {PARTS.map((each) => (
          <button
            key={each}
            type="button"
            role="tab"
            aria-selected={shown === each}
            className={`count-link ${shown === each ? 'chosen' : ''}`}
            onClick={() => setPart(each)}
          >
            {t(`partners.part-${each}`)}{' '}
            <b>{formatNumber(locale, each === 'keys' ? partner.keys.length : (count[each] ?? 0))}</b>
          </button>
        ))}
      </div>
      {shown === 'keys' && <KeyList keys={partner.keys} partner={partner.id} />}
      {data && shown !== 'keys' && shown !== 'shares' && <MessageTable messages={data[shown]} partner={partner.id} />}
      {data && shown === 'shares' && (
        <ul className="partner-shares">
          {data.shares.length === 0 && <li className="soft">{t('partners.nothing')}</li>}
          {data.shares.map((share) => (
            <li key={`${share.kind} ${share.id}`}>
              <span className="soft small">{t(`share-kind.${share.kind}`)}</span> <span dir="auto">{share.title}</span>
              {share.ended && <span className="soft small"> {t('partners.taken-back')}</span>}
              {share.quotes.map((quote) => (
                <q key={quote} className="soft small" dir="auto">
                  {quote}
                </q>
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
