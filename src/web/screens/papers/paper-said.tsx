import { hasMessage, type MessageId } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { CheckedPaper, PaperDraft } from '../../data/papers.ts';

/** What a paper lacks, or its maker should know, before it leaves. */
export function Lacks({ lacks }: { readonly lacks: PaperDraft['lacks'] }) {
  const { t } = useSpeech();
  if (lacks.length === 0) return <p className="paper-well">{t('papers.complete')}</p>;
  return (
    <section className="paper-lacks" aria-label={t('papers.lacks')}>
      <h2>{t('papers.lacks')}</h2>
      <ul>
        {lacks.map(({ lack, count }) => (
          <li key={lack}>{t(`paper-lack.${lack}` as MessageId, { count })}</li>
        ))}
      </ul>
    </section>
  );
}

/** Where a file departs from its rules: what it has, what is asked for, and the clause that asks. */
export function Deviations({ deviations, checked }: CheckedPaper) {
  const { t } = useSpeech();
  if (deviations.length === 0) return <p className="paper-well">{t('papers.checked-well', { count: checked })}</p>;
  const nameOf = (check: string) => {
    const id = `paper-check.${check}`;
    return hasMessage(id) ? t(id) : check;
  };
  return (
    <section className="paper-deviations">
      <p>{t('papers.checked', { count: deviations.length, rules: checked })}</p>
      <ul>
        {deviations.map(({ check, rule, clause, found, wanted, where }) => (
          <li key={`${check} ${where} ${found}`}>
            <b>{nameOf(check)}</b> <code>{rule}</code> <span className="soft">{clause}</span>
            <span className="paper-measure">
              {t('papers.found', { found: found === '' ? t('papers.not-there') : found })}
              {wanted !== '' && <> · {t('papers.wanted', { wanted })}</>}
            </span>
            {where !== '' && <q dir="auto">{where}</q>}
          </li>
        ))}
      </ul>
    </section>
  );
}
