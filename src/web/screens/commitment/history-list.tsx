import { formatInstant, hasMessage } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useHand } from '../../data/hands.ts';
import type { Detail } from '../../data/queries.ts';
import { useFieldValue } from '../../parts/field-text.ts';
import { fieldId } from '../../parts/fields.ts';

type Entry = Detail['history'][number];

/** A span is two numbers nobody reads; the quote beside it tells what moved. */
const SILENT: ReadonlySet<string> = new Set(['span', 'anchored', 'decision']);

function Changes({ entry, language }: { readonly entry: Entry; readonly language: string }) {
  const { t } = useSpeech();
  const say = useFieldValue();
  const told = entry.changes.filter((change) => !SILENT.has(change.field));
  if (entry.type === 'propose' || entry.type === 'add' || told.length === 0) return null;
  return (
    <ul className="changes">
      {told.map((change) => {
        const id = fieldId(change.field);
        return (
          <li key={change.field}>
            <span className="soft">{id ? t(id) : change.field}: </span>
            <del lang={language} dir="auto">
              {say(change.field, change.before)}
            </del>{' '}
            →{' '}
            <ins lang={language} dir="auto">
              {say(change.field, change.after)}
            </ins>
          </li>
        );
      })}
    </ul>
  );
}

/** All that was done to the commitment, the latest first. */
export function HistoryList({ detail }: { readonly detail: Detail }) {
  const { locale, t } = useSpeech();
  const hand = useHand();
  return (
    <ol className="history">
      {detail.history.toReversed().map((entry) => {
        const id = `history.${entry.type}`;
        return (
          <li key={entry.id} className={entry.undone ? 'undone' : ''}>
            <p>
              <b>{hasMessage(id) ? t(id) : entry.type}</b>
              {entry.undone && <span className="soft"> ({t('history.undone')})</span>}
            </p>
            <p className="small soft">
              <time dateTime={entry.at}>{formatInstant(locale, entry.at)}</time> · {hand(entry.by)}
            </p>
            {entry.reason && (
              <p>
                {t(`reject.${entry.reason}`)}
                {entry.note !== '' && `: ${entry.note}`}
              </p>
            )}
            <Changes entry={entry} language={detail.language} />
          </li>
        );
      })}
    </ol>
  );
}
