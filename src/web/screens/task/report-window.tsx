import { useState } from 'react';
import { Checkbox, Label, TextArea, TextField } from 'react-aria-components';
import { formatDate } from '../../../i18n/index.ts';
import { COMPLETION_STEPS, type CompletionStep } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type Deed, newPartId, type TaskDetail, type TaskState } from '../../data/tasks.ts';
import { Choice } from '../../parts/choice.tsx';
import { Window } from '../../parts/dialog.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { lacking } from '../../parts/missing.tsx';
import { useUnitNames } from '../../parts/unit-field.tsx';
import { EvidenceFields } from './evidence-fields.tsx';

type Report = TaskState['reports'][number];

/**
 * What the form starts from: the draft itself, or the unit's last report, so that little is left to type. The period is the one asked for,
 * else the earliest that is owed.
 */
function startOf({ state, owed }: TaskDetail, draft: Report | null, to: string) {
  const last = draft ?? state.reports.findLast(({ unit }) => unit === state.lead) ?? null;
  const duty = owed.find(({ period }) => period.to === to) ?? openDuties(owed)[0];
  return {
    period: draft ? draft.period : (duty?.period ?? null),
    unit: last?.unit ?? state.lead,
    step: (last?.step ?? 0) as CompletionStep,
    done: draft?.done ?? false,
    text: last?.text ?? '',
    evidence: draft?.evidence ?? [],
  };
}

function openDuties(owed: TaskDetail['owed']): TaskDetail['owed'] {
  return owed.filter(({ standing }) => standing !== 'in-time' && standing !== 'in-late');
}

/** Which period the report is for: one that is owed, or none. */
function PeriodChoice({
  detail,
  period,
  onChange,
}: {
  readonly detail: TaskDetail;
  readonly period: Report['period'];
  readonly onChange: (period: Report['period']) => void;
}) {
  const { locale, t } = useSpeech();
  const known = new Map(openDuties(detail.owed).map((duty) => [duty.period.to, duty]));
  if (period !== null && !known.has(period.to)) {
    known.set(period.to, { period, submit: null, standing: 'running', report: null });
  }
  if (known.size === 0) return null;
  const name = (to: string) => {
    const duty = known.get(to);
    if (duty === undefined) return t('owed.out-of-turn');
    const { from } = duty.period;
    const words = t('owed.period', { from: formatDate(locale, from), to: formatDate(locale, to) });
    return `${words} · ${t(`standing.${duty.standing}`)}`;
  };
  return (
    <Choice
      label={t('owed.for-period')}
      value={period?.to ?? 'none'}
      values={[...known.keys(), 'none']}
      name={name}
      onChange={(to) => onChange(known.get(to)?.period ?? null)}
    />
  );
}

/** A report, pre-filled from the last one. */
export function ReportWindow({
  detail,
  part,
  onClose,
  onDo,
}: {
  readonly detail: TaskDetail;
  /** The id of the draft to go on with, or the last day of the period to report on; empty for a new report. */
  readonly part: string;
  readonly onClose: () => void;
  readonly onDo: (body: Deed) => Promise<boolean>;
}) {
  const { t } = useSpeech();
  const { state } = detail;
  const draft = state.reports.find(({ id }) => id === part) ?? null;
  const nameOf = useUnitNames();
  const [report, setReport] = useState(() => startOf(detail, draft, part));
  const change = (part: Partial<typeof report>) => setReport((now) => ({ ...now, ...part }));
  const units = [state.lead, ...state.coordinators.map(({ unit }) => unit)];
  const save = async () => {
    const content = {
      ...report,
      id: draft?.id ?? newPartId(),
      period: report.unit === state.lead ? report.period : null,
    };
    if (await onDo({ type: 'draft', report: { ...content, evidence: [...content.evidence] } })) onClose();
  };
  const missing = lacking([report.text.trim() !== '' || report.evidence.length > 0, t('task.report-text')]);
  return (
    <Window title={t('task-action.draft')} open onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (missing.length === 0) void save();
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
        {report.unit === state.lead && (
          <PeriodChoice detail={detail} period={report.period} onChange={(period) => change({ period })} />
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
        <Checkbox
          className="checkbox"
          isSelected={report.done}
          onChange={(done) => change(done ? { done, step: 5 } : { done })}
        >
          <span className="checkbox-box" aria-hidden />
          {t('task.report-done')}
        </Checkbox>
        <FormEnd save={t('task.save-draft')} missing={missing} onCancel={onClose} />
      </form>
    </Window>
  );
}
