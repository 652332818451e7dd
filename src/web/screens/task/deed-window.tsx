import { useState } from 'react';
import { Checkbox, Input, Label, TextArea, TextField } from 'react-aria-components';
import type { FollowingType } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { Deed, Evidence, TaskDetail } from '../../data/tasks.ts';
import { Choice } from '../../parts/choice.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Window } from '../../parts/dialog.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { lacking } from '../../parts/missing.tsx';
import { UnitField, UnitsField } from '../../parts/unit-field.tsx';
import { EvidenceFields } from './evidence-fields.tsx';
import { deedOf, type Field, FORMS, firstValues, type Values } from './forms.ts';
import { ProposedDays, ReportWords } from './proposals.tsx';

function OneField({
  field,
  party,
  value,
  onChange,
}: {
  readonly field: Field;
  readonly party: string;
  readonly value: Values[string];
  readonly onChange: (value: Values[string]) => void;
}) {
  const { t } = useSpeech();
  const label = t(`task-field.${field.name}` as 'task-field.note');
  if (field.type === 'choice') {
    const name = (each: string) => t(`${field.family}.${each}` as 'outcome.done');
    return <Choice label={label} value={String(value)} values={field.values} name={name} onChange={onChange} />;
  }
  if (field.type === 'day') return <DayField label={label} value={value as string | null} onChange={onChange} />;
  if (field.type === 'flag') {
    return (
      <Checkbox className="checkbox" isSelected={value === true} onChange={onChange}>
        <span className="checkbox-box">✓</span>
        {label}
      </Checkbox>
    );
  }
  if (field.type === 'unit') {
    return <UnitField label={label} party={party} value={value as string | null} onChange={onChange} />;
  }
  if (field.type === 'units') {
    return <UnitsField label={label} party={party} value={value as readonly string[]} onChange={onChange} />;
  }
  return (
    <TextField className="field" value={String(value)} onChange={onChange}>
      <Label>{label}</Label>
      {field.type === 'text' ? (
        <TextArea className="field-input" dir="auto" rows={3} />
      ) : (
        <Input className="field-input" dir="auto" autoComplete="off" />
      )}
    </TextField>
  );
}

/** What is done needs no reason. */
function fieldsOf(type: FollowingType, { outcome }: Values): readonly Field[] {
  const fields = FORMS[type] ?? [];
  return type === 'settle' && outcome === 'done' ? fields.filter(({ name }) => name !== 'reason') : fields;
}

/** Open words stand for somebody, or a person says that nobody else is meant. */
function isWhole(type: FollowingType, { coordinators, nobody }: Values): boolean {
  return type !== 'resolve' || nobody === true || (Array.isArray(coordinators) && coordinators.length > 0);
}

/** Asks for what an action needs, then does it. */
export function DeedWindow({
  type,
  part,
  detail,
  day,
  onClose,
  onDo,
}: {
  readonly type: FollowingType;
  readonly part: string;
  readonly detail: TaskDetail;
  readonly day: string;
  readonly onClose: () => void;
  readonly onDo: (body: Deed) => Promise<boolean>;
}) {
  const { t } = useSpeech();
  const { state } = detail;
  const [values, setValues] = useState(() => firstValues(type, state, day));
  const [evidence, setEvidence] = useState<readonly Evidence[]>([]);
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    const done = await onDo(deedOf(type, { values, evidence, part }, state));
    setBusy(false);
    if (done) onClose();
  };
  const missing = lacking([isWhole(type, values), t('task-field.coordinators')]);
  return (
    <Window title={t(`task-action.${type}`)} open onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (missing.length === 0) void save();
        }}
      >
        {type === 'resolve' && (
          <p className="small soft" dir="auto">
            {t('task.resolve-words', { words: state.unresolved[0] ?? '' })}
          </p>
        )}
        {type === 'set-due' && (
          <ProposedDays
            task={detail.id}
            onTake={({ day: due, rule }) => setValues((now) => ({ ...now, day: due, rule, ruled: due, source: rule }))}
          />
        )}
        {type === 'set-period' && <ReportWords task={detail.id} />}
        {fieldsOf(type, values).map((field) => (
          <OneField
            key={field.name}
            field={field}
            party={state.party}
            value={values[field.name] ?? null}
            onChange={(value) => setValues((now) => ({ ...now, [field.name]: value }))}
          />
        ))}
        {type === 'settle' && values.outcome === 'done' && (
          <EvidenceFields detail={detail} evidence={evidence} onChange={setEvidence} />
        )}
        <FormEnd save={t(`task-action.${type}`)} missing={missing} isDisabled={busy} onCancel={onClose} />
      </form>
    </Window>
  );
}
