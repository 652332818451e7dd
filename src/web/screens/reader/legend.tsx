import { KINDS, STRENGTHS } from '../../../vocabulary/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { MarkLabel } from '../../parts/ladder.tsx';

/** What the lines and signs in the text mean. */
export function Legend() {
  const { t } = useSpeech();
  return (
    <details className="legend">
      <summary>{t('legend.title')}</summary>
      <ul>
        {STRENGTHS.filter((strength) => strength !== 'support').map((strength) => (
          <li key={strength}>
            <MarkLabel kind="commitment" strength={strength} />
            <span className={`line ${strength}`}>{t('legend.words')}</span>
          </li>
        ))}
        {KINDS.filter((kind) => kind !== 'commitment').map((kind) => (
          <li key={kind}>
            <MarkLabel kind={kind} strength="support" />
            <span className={`line ${kind}`}>{t('legend.words')}</span>
          </li>
        ))}
        <li>
          <span className="line promote undecided">{t('legend.words')}</span> {t('legend.undecided')}
        </li>
      </ul>
    </details>
  );
}
