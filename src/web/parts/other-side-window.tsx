import { useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { RATING_SCALES } from '../../register/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { type TaskOfSide, useActOnShared } from '../data/sides.ts';
import { Choice } from './choice.tsx';
import { Window } from './dialog.tsx';
import { FormEnd } from './form-end.tsx';
import { lacking } from './missing.tsx';

/** The scale the sides rate each other on. */
const SCALE = 'grades';

/** Rates or disputes what the other side shares of a task; the other side reads it with the note. */
export function OtherSideWindow({
  task,
  type,
  onClose,
}: {
  readonly task: TaskOfSide;
  readonly type: 'rate' | 'dispute';
  readonly onClose: () => void;
}) {
  const { locale, t } = useSpeech();
  const steps = RATING_SCALES.find(({ id }) => id === SCALE)?.steps.toReversed() ?? [];
  const before = task.ratings.find(({ from, scale }) => from === 'other-side' && scale === SCALE);
  const [value, setValue] = useState<string | null>(before?.value ?? null);
  const [note, setNote] = useState(type === 'rate' ? (before?.note ?? '') : '');
  const act = useActOnShared(task);
  const body =
    type === 'dispute'
      ? ({ type, note } as const)
      : ({ type, from: 'other-side', scale: SCALE, value: value ?? '', reason: null, note } as const);
  const missing =
    type === 'dispute'
      ? lacking([note.trim() !== '', t('task-field.note')])
      : lacking([value !== null, t('ledger.grade')]);
  return (
    <Window title={t(`task-action.${type}`)} open onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (missing.length === 0) act.mutate(body, { onSuccess: onClose });
        }}
      >
        <p className="small soft">{t('ledger.they-read')}</p>
        {type === 'rate' && (
          <Choice
            label={t('ledger.grade')}
            value={value}
            values={steps.map(({ id }) => id)}
            name={(id) => steps.find((step) => step.id === id)?.names[locale] ?? id}
            onChange={setValue}
          />
        )}
        <TextField className="field" value={note} onChange={setNote}>
          <Label>{t('task-field.note')}</Label>
          <TextArea className="field-input" dir="auto" rows={3} />
        </TextField>
        <FormEnd
          error={act.error}
          save={t(`task-action.${type}`)}
          missing={missing}
          isDisabled={act.isPending}
          onCancel={onClose}
        />
      </form>
    </Window>
  );
}
