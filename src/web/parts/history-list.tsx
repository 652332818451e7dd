import type { ReactNode } from 'react';
import { formatInstant } from '../../i18n/index.ts';
import { useSpeech } from '../app/locale.tsx';
import './history-list.css';

/** One field of a step in words; what is the same in words is not told. */
export interface ToldChange {
  readonly key: string;
  /** The part it is of, said once before all that changed of it; left out for the whole. */
  readonly about?: string;
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** Of the words, where they are not the reader's. */
  readonly language?: string;
}

/** An action in words. */
export interface ToldStep {
  readonly id: string;
  readonly at: string;
  readonly what: string;
  /** Who, and from which seat. */
  readonly who: string;
  readonly undone: boolean;
  readonly changes: readonly ToldChange[];
  readonly note?: ReactNode;
}

/** Said where a field has or had no value. */
export const NOTHING = '—';

function Words({
  as: As,
  words,
  language,
}: {
  readonly as: 'del' | 'ins';
  readonly words: string;
  readonly language: string | undefined;
}) {
  if (words === NOTHING) return <span className="soft">{words}</span>;
  return (
    <As lang={language} dir="auto">
      {words}
    </As>
  );
}

/** All that was done to something, the latest first: what, when, by whom and from which seat, and field by field what became different. */
export function HistoryList({ steps }: { readonly steps: readonly ToldStep[] }) {
  const { locale, t } = useSpeech();
  return (
    <ol className="history">
      {steps.toReversed().map(({ id, at, what, who, undone, changes, note }) => {
        const told = changes.filter(({ before, after }) => before !== after);
        return (
          <li key={id} className={undone ? 'undone' : ''}>
            <p>
              <b>{what}</b>
              {undone && <span className="soft"> ({t('history.undone')})</span>}
            </p>
            <p className="small soft">
              <time dateTime={at}>{formatInstant(locale, at)}</time> · {who}
            </p>
            {note}
            {told.length > 0 && (
              <ul className="changes">
                {told.map(({ key, about, label, before, after, language }, index) => (
                  <li key={key}>
                    {about !== undefined && about !== told[index - 1]?.about && (
                      <span className="changed-part" dir="auto">
                        {about}
                      </span>
                    )}
                    <span className="soft">{label}: </span>
                    <Words as="del" words={before} language={language} /> →{' '}
                    <Words as="ins" words={after} language={language} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        );
      })}
    </ol>
  );
}
