import { useState } from 'react';
import { Button, Checkbox, Label, TextArea, TextField } from 'react-aria-components';
import { COMPLETION_STEPS, type CompletionStep } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type Deed, newPartId, type TaskDetail, type TaskState } from '../../data/tasks.ts';
import { Choice } from '../../parts/choice.tsx';
import { Window } from '../../parts/dialog.tsx';
import { useUnitNames } from '../../parts/unit-field.tsx';
import { EvidenceFields } from './evidence-fields.tsx';

type Report = TaskState['reports'][number];

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

/** A report, pre-filled from the last one. */
export function ReportWindow({
  detail,
  draft,
  onClose,
  onDo,
}: {
  readonly detail: TaskDetail;
  readonly draft: Report | null;
  readonly onClose: () => void;
  readonly onDo: (body: Deed) => Promise<boolean>;
}) {
  const { t } = useSpeech();
  const { state } = detail;
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
        <EvidenceFields detail={detail} evidence={report.evidence} onChange={(evidence) => change({ evidence })} />
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
