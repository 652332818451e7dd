import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button, Checkbox, Label, TextArea, TextField } from 'react-aria-components';
import { COMPLETION_STEPS, type CompletionStep } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type Deed, newPartId, type TaskState } from '../../data/tasks.ts';
import { Choice } from '../../parts/choice.tsx';
import { Window } from '../../parts/dialog.tsx';
import { today } from '../../parts/today.ts';
import { useUnitNames } from '../../parts/unit-field.tsx';
import { WordsField } from '../../parts/words-field.tsx';

type Report = TaskState['reports'][number];
type Evidence = Report['evidence'][number];

/** What the form starts from: the draft itself, or the unit's last report, so that little is left to type. */
function startOf(state: TaskState, draft: Report | null) {
  const last = draft ?? state.reports.findLast(({ unit }) => unit === state.lead) ?? null;
  return {
    unit: last?.unit ?? state.lead,
    step: (last?.step ?? 0) as CompletionStep,
    done: draft?.done ?? false,
    text: last?.text ?? '',
    evidence: draft?.evidence ?? [],
  };
}

function EvidenceList({
  evidence,
  onChange,
}: {
  readonly evidence: readonly Evidence[];
  readonly onChange: (evidence: Evidence[]) => void;
}) {
  const { t } = useSpeech();
  const [number, setNumber] = useState('');
  const [title, setTitle] = useState('');
  const add = () => {
    const day = today();
    const link = /^https?:\/\//.test(number.trim());
    const named = title.trim() === '' ? number.trim() : title.trim();
    const one: Evidence = link
      ? { kind: 'link', title: named, url: number.trim(), seen: day, sha256: null }
      : { kind: 'document', title: named, number: number.trim(), date: null };
    onChange([...evidence, one]);
    setNumber('');
    setTitle('');
  };
  return (
    <fieldset className="evidence-fields">
      <legend>{t('task.evidence')}</legend>
      <ul className="evidence">
        {evidence.map((one, index) => (
          <li key={`${one.kind}${one.title}`}>
            <span dir="auto">{one.title}</span>
            <Button className="button quiet small" onPress={() => onChange(evidence.filter((_, at) => at !== index))}>
              {t('task.leave-out')}
            </Button>
          </li>
        ))}
      </ul>
      <div className="evidence-add">
        <WordsField label={t('task.evidence-number')} value={number} onChange={setNumber} />
        <WordsField label={t('task.evidence-title')} value={title} onChange={setTitle} />
        <Button className="button" isDisabled={number.trim() === ''} onPress={add}>
          <Plus size={14} aria-hidden />
          {t('task.evidence-add')}
        </Button>
      </div>
    </fieldset>
  );
}

/** A report, pre-filled from the last one. */
export function ReportWindow({
  state,
  draft,
  onClose,
  onDo,
}: {
  readonly state: TaskState;
  readonly draft: Report | null;
  readonly onClose: () => void;
  readonly onDo: (body: Deed) => Promise<boolean>;
}) {
  const { t } = useSpeech();
  const nameOf = useUnitNames();
  const [report, setReport] = useState(() => startOf(state, draft));
  const change = (part: Partial<typeof report>) => setReport((now) => ({ ...now, ...part }));
  const units = [state.lead, ...state.coordinators.map(({ unit }) => unit)];
  const save = async () => {
    const content = { ...report, id: draft?.id ?? newPartId(), period: draft?.period ?? null };
    if (await onDo({ type: 'draft', report: { ...content, evidence: [...content.evidence] } })) onClose();
  };
  return (
    <Window title={t('task-action.draft')} open onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {units.length > 1 && (
          <Choice
            label={t('task.report-of')}
            value={report.unit}
            values={units}
            name={nameOf}
            onChange={(unit) => change({ unit })}
          />
        )}
        <Choice
          label={t('task.step')}
          value={String(report.step)}
          values={COMPLETION_STEPS.map(String)}
          name={(step) => t(`step.${step}` as 'step.0')}
          onChange={(step) => change({ step: Number(step) as CompletionStep })}
        />
        <TextField className="field" value={report.text} onChange={(text) => change({ text })}>
          <Label>{t('task.report-text')}</Label>
          <TextArea className="field-input" dir="auto" rows={5} />
        </TextField>
        <EvidenceList evidence={report.evidence} onChange={(evidence) => change({ evidence })} />
        <Checkbox className="checkbox" isSelected={report.done} onChange={(done) => change({ done })}>
          <span className="checkbox-box" aria-hidden />
          {t('task.report-done')}
        </Checkbox>
        <div className="dialog-actions">
          <Button className="button" onPress={onClose}>
            {t('form.cancel')}
          </Button>
          <Button className="button primary" type="submit">
            {t('task.save-draft')}
          </Button>
        </div>
      </form>
    </Window>
  );
}
