import { Button } from 'react-aria-components';
import { formatInstant } from '../../../../i18n/index.ts';
import { useSpeech } from '../../../app/locale.tsx';
import { useHand } from '../../../data/hands.ts';
import type { ScanText } from '../../../data/queries.ts';
import { useUndoCorrection } from './use-correction.ts';
import type { Scanned } from './use-scan.ts';

type Version = ScanText['history'][number];

function Corrections({ version }: { readonly version: Version }) {
  const { t } = useSpeech();
  const changed = version.corrections.filter(({ before, after }) => before !== after);
  const right = version.corrections.length - changed.length;
  return (
    <ul>
      {changed.map(({ start, before, after, page }) => (
        <li key={start} dir="auto">
          <del>{before}</del> → <ins>{after === '' ? '∅' : after}</ins>
          {page !== null && <span className="soft"> · {t('page.short', { page })}</span>}
        </li>
      ))}
      {right > 0 && <li className="soft">{t('scan.found-right', { count: right })}</li>}
    </ul>
  );
}

/** Who put what right in the text, the latest first, and the way back. */
export function TextHistory({ scanned }: { readonly scanned: Scanned }) {
  const { locale, t } = useSpeech();
  const hand = useHand();
  const undo = useUndoCorrection(scanned);
  const history = scanned.scan?.history ?? [];
  if (history.length === 0) return null;
  const latest = history.find(({ undoes, undone }) => undoes === null && !undone);
  return (
    <details className="text-history">
      <summary className="small soft">{t('scan.history', { count: history.length })}</summary>
      <ol className="history">
        {history.map((version) => (
          <li key={version.version} className={version.undone ? 'undone' : ''}>
            <p className="small">
              <b>{version.undoes === null ? t('scan.corrected') : t('scan.taken-back', { version: version.undoes })}</b>
              {version.undone && <span className="soft"> ({t('history.undone')})</span>}{' '}
              <span className="soft">
                {t('documents.version', { version: version.version })} · {hand(version.by)} ·{' '}
                <time dateTime={version.at}>{formatInstant(locale, version.at)}</time>
              </span>
            </p>
            <Corrections version={version} />
            {version === latest && (
              <Button className="button small" onPress={() => void undo(scanned.version)}>
                {t('decide.undo')}
              </Button>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}
