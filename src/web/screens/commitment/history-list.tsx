import { hasMessage } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useHand } from '../../data/hands.ts';
import type { Detail } from '../../data/queries.ts';
import { useFieldValue } from '../../parts/field-text.ts';
import { fieldId } from '../../parts/fields.ts';
import { HistoryList } from '../../parts/history-list.tsx';

/** A span is two numbers nobody reads; the quote beside it tells what moved. */
const SILENT: ReadonlySet<string> = new Set(['span', 'anchored', 'decision', 'joinedTo']);

/** All that was done to a commitment. */
export function CommitmentHistory({ detail }: { readonly detail: Detail }) {
  const { t } = useSpeech();
  const hand = useHand();
  const say = useFieldValue();
  const steps = detail.history.map(({ id, at, by, type, undone, reason, note, changes }) => {
    const name = `history.${type}`;
    return {
      ...{ id, at, undone, who: hand(by), what: hasMessage(name) ? t(name) : type },
      note: reason && (
        <p>
          {t(`reject.${reason}`)}
          {note !== '' && `: ${note}`}
        </p>
      ),
      changes: changes
        .filter(({ field }) => !SILENT.has(field))
        .map(({ field, before, after }) => {
          const label = fieldId(field);
          return {
            ...{ key: field, label: label ? t(label) : field, language: detail.language },
            ...{ before: say(field, before), after: say(field, after) },
          };
        }),
    };
  });
  return <HistoryList steps={steps} />;
}
