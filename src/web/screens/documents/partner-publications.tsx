import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { formatDate, formatNumber, languageName } from '../../../i18n/index.ts';
import { LANGUAGES, type Language } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type PartnerPublication, partnerPublicationsQuery, partnerTextQuery } from '../../data/exchange.ts';
import { Failure, Skeleton } from '../../parts/states.tsx';

function Words({ of }: { readonly of: PartnerPublication }) {
  const { data, error, refetch } = useQuery(partnerTextQuery(of));
  if (error) return <Failure error={error} retry={() => void refetch()} />;
  if (!data) return <Skeleton lines={6} />;
  return (
    <div className="partner-text" lang={data.language} dir="auto">
      {data.text}
    </div>
  );
}

function Publication({ one }: { readonly one: PartnerPublication }) {
  const { locale, t } = useSpeech();
  const [open, setOpen] = useState(false);
  const language = LANGUAGES.find((known): known is Language => known === one.language);
  const facts = [
    t(`publication-kind.${one.kind}`),
    ...(language === undefined ? [] : [languageName(locale, language)]),
    ...(one.date === null ? [] : [formatDate(locale, one.date)]),
    `${one.partnerName} (${one.party})`,
    t('documents.published-at', { day: formatDate(locale, one.at.slice(0, 10)) }),
  ].join(' · ');
  if (one.kind !== 'text') {
    return (
      <li>
        <b dir="auto">{one.title}</b> <span className="soft small">{facts}</span>
      </li>
    );
  }
  return (
    <li>
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <b dir="auto">{one.title}</b> <span className="soft small">{facts}</span>
        </summary>
        {open && <Words of={one} />}
      </details>
    </li>
  );
}

/** What other nodes made public: in the library, under their names, apart from our own. */
export function PartnerPublications() {
  const { locale, t } = useSpeech();
  const { data } = useQuery(partnerPublicationsQuery);
  if (data === undefined || data.rows.length === 0) return null;
  return (
    <section className="partner-publications" aria-labelledby="partner-publications">
      <h2 id="partner-publications">
        {t('documents.partner-publications')} <span className="soft">{formatNumber(locale, data.rows.length)}</span>
      </h2>
      <ul>
        {data.rows.map((one) => (
          <Publication key={`${one.partner} ${one.id}`} one={one} />
        ))}
      </ul>
    </section>
  );
}
