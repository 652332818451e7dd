import { useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import { END_REASONS, type EndReason, RATING_SCALES } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useSession } from '../../data/session.ts';
import type { Deed, TaskState } from '../../data/tasks.ts';
import { Choice } from '../../parts/choice.tsx';
import { Window } from '../../parts/dialog.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { lacking } from '../../parts/missing.tsx';

const RATERS = ['self', 'secretariat', 'other-side'] as const;
type Rater = (typeof RATERS)[number];

/** As whom the seat rates: the head for its own unit, the secretariat, or the other side; on a machine without accounts any of them. */
function useRaters(party: string): readonly Rater[] {
  const seat = useSession()?.seat;
  if (seat == null) return RATERS;
  if (seat.party !== party) return ['other-side'];
  return seat.role === 'unit-head' ? ['self'] : ['secretariat'];
}

/** A rating on a scale, with a reason where the commitment was broken or dropped. */
export function RateWindow({
  state,
  onClose,
  onDo,
}: {
  readonly state: TaskState;
  readonly onClose: () => void;
  readonly onDo: (body: Deed) => Promise<boolean>;
}) {
  const { locale, t } = useSpeech();
  const raters = useRaters(state.party);
  const [from, setFrom] = useState<Rater>(raters[0] ?? 'secretariat');
  const before = state.ratings.find((one) => one.from === from);
  const [scale, setScale] = useState(before?.scale ?? RATING_SCALES[0]?.id ?? '');
  const steps = RATING_SCALES.find(({ id }) => id === scale)?.steps ?? [];
  const [value, setValue] = useState<string | null>(before?.value ?? null);
  const [reason, setReason] = useState<EndReason | 'none'>(before?.reason ?? 'none');
  const [note, setNote] = useState(before?.note ?? '');
  const chosen = steps.some(({ id }) => id === value) ? value : null;
  /** As whom somebody rates: what that rater said before stands in the form, and nothing of another. */
  const rateAs = (one: Rater) => {
    const had = state.ratings.find((rating) => rating.from === one);
    setFrom(one);
    setScale(had?.scale ?? scale);
    setValue(had?.value ?? null);
    setReason(had?.reason ?? 'none');
    setNote(had?.note ?? '');
  };
  const save = async () => {
    if (chosen === null) return;
    const rated = { from, scale, value: chosen, reason: reason === 'none' ? null : reason, note };
    if (await onDo({ type: 'rate', ...rated })) onClose();
  };
  return (
    <Window title={t('task-action.rate')} open onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {raters.length > 1 && (
          <Choice
            label={t('rate.from')}
            value={from}
            values={raters}
            name={(one) => t(`rater.${one}`)}
            onChange={rateAs}
          />
        )}
        <Choice
          label={t('rate.scale')}
          value={scale}
          values={RATING_SCALES.map(({ id }) => id)}
          name={(id) => RATING_SCALES.find((one) => one.id === id)?.names[locale] ?? id}
          onChange={setScale}
        />
        <Choice
          label={t('rate.value')}
          value={chosen}
          values={steps.map(({ id }) => id)}
          name={(id) => steps.find((one) => one.id === id)?.names[locale] ?? id}
          onChange={setValue}
        />
        <Choice
          label={t('task-field.reason')}
          value={reason}
          values={['none', ...END_REASONS]}
          name={(one) => t(`end-reason.${one}`)}
          onChange={setReason}
        />
        <TextField className="field" value={note} onChange={setNote}>
          <Label>{t('task-field.note')}</Label>
          <TextArea className="field-input" dir="auto" rows={3} />
        </TextField>
        <FormEnd
          save={t('task-action.rate')}
          missing={lacking([chosen !== null, t('rate.value')])}
          onCancel={onClose}
        />
      </form>
    </Window>
  );
}
