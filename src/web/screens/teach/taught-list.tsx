import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatDate } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useHand } from '../../data/hands.ts';
import type { Change, LessonRow } from '../../data/lessons.ts';
import { LessonForm } from './lesson-form.tsx';
import { LessonName } from './lesson-name.tsx';

interface Doing {
  readonly busy: boolean;
  readonly onPreview: (change: Change) => void;
}

function Taught({ row, busy, onPreview, onEdit }: { readonly row: LessonRow; readonly onEdit: () => void } & Doing) {
  const { locale, t } = useSpeech();
  const hand = useHand();
  const { id, version, on, entry, by, at, canUndo } = row;
  return (
    <li className={on ? 'lesson' : 'lesson off'}>
      <div>
        <LessonName lesson={entry.lesson} />
        {entry.why && <p dir="auto">{entry.why}</p>}
        {entry.example && (
          <p className="small soft lesson-example" dir="auto">
            {entry.example}
          </p>
        )}
        <p className="small soft">
          {t(on ? 'teach.in-force' : 'teach.not-in-force')} · {hand(by)} · {formatDate(locale, at.slice(0, 10))}
        </p>
      </div>
      <div className="lesson-actions">
        <Button className="button small" onPress={onEdit}>
          {t('teach.edit-button')}
        </Button>
        <Button
          className="button small"
          isDisabled={busy}
          onPress={() => onPreview({ type: 'switch', id, version, on: !on })}
        >
          {t(on ? 'teach.off' : 'teach.on')}
        </Button>
        {canUndo && (
          <Button
            className="button small"
            isDisabled={busy}
            onPress={() => onPreview({ type: 'undo', lessons: [{ id, version }] })}
          >
            {t('teach.undo-last')}
          </Button>
        )}
      </div>
    </li>
  );
}

/** What was taught of a relation; each lesson can be edited, switched and undone, every time with a preview. */
export function TaughtList({
  relation,
  lessons,
  ...doing
}: { readonly relation: string; readonly lessons: readonly LessonRow[] } & Doing) {
  const { t } = useSpeech();
  const [edited, setEdited] = useState<string | null>(null);
  return (
    <section className="teach-part" aria-labelledby="taught">
      <h2 id="taught">{t('teach.taught')}</h2>
      {lessons.length === 0 && <p className="soft">{t('teach.empty')}</p>}
      <ul className="lessons">
        {lessons.map((row) =>
          row.id === edited ? (
            <li key={row.id} className="lesson">
              <LessonForm
                key={row.version}
                relation={relation}
                entry={row.entry}
                busy={doing.busy}
                onPreview={(entry) => doing.onPreview({ type: 'change', id: row.id, version: row.version, entry })}
                onCancel={() => setEdited(null)}
              />
            </li>
          ) : (
            <Taught key={row.id} row={row} {...doing} onEdit={() => setEdited(row.id)} />
          ),
        )}
      </ul>
    </section>
  );
}
