import { useQuery } from '@tanstack/react-query';
import { formatInstant } from '../../i18n/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { keptBackQuery } from '../data/exchange.ts';

/** What the gate keeps from leaving, and why: of one thing for whoever shared it, of everything where no subject is told. */
export function KeptBack({ subject }: { readonly subject: string | null }) {
  const { t, locale } = useSpeech();
  const rows = useQuery(keptBackQuery(subject)).data?.rows ?? [];
  return rows.map(({ partner, partnerName, type, subject: about, at, rule, field }) => (
    <p key={`${partner} ${type} ${about}`} className="failure-text small" role="status">
      {t('exchange.kept-back', {
        partner: partnerName,
        what: t(`exchange-type.${type}`),
        at: formatInstant(locale, at),
        rule: rule === null ? '' : t(`exchange-rule.${rule}`),
        field,
      })}
    </p>
  ));
}
