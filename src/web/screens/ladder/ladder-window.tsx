import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import { type LadderRow, type LadderStep, type SetLadder, useChangeLadder } from '../../data/ladders.ts';
import { Window } from '../../parts/dialog.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { WordsField } from '../../parts/words-field.tsx';
import { QuietFields, type QuietStretch } from './quiet-fields.tsx';
import { StepFields } from './step-fields.tsx';

const FIRST: LadderStep = {
  ...{ level: 1, days: 5, of: 'working-days', strengths: null, lifecycles: null },
  ...{ to: ['head'], channel: 'digest', again: null },
};
/** Steps a ladder has at most. */
const STEPS = 9;

/** Steps with a name each, so that a form keeps its fields where one is taken out. */
interface Draft {
  readonly steps: readonly { readonly key: number; readonly step: LadderStep }[];
  readonly quiet: readonly QuietStretch[];
  readonly reports: string;
  readonly source: string;
}

function draftOf({ ladder, set }: LadderRow): Draft {
  return {
    steps: ladder.steps.map((step, key) => ({ key, step })),
    quiet: ladder.quiet,
    reports: ladder.reports.join(', '),
    // What the program's rests on does not hold any more once people have set their own.
    source: set === null ? '' : ladder.source,
  };
}

/** The days of reminders as typed: whole numbers; null where something else stands there. */
function readReports(typed: string): number[] | null {
  const days = typed
    .split(/[\s,;，、]+/)
    .filter((one) => one !== '')
    .map(Number);
  return days.every((day) => Number.isInteger(day) && day >= 1 && day <= 365) ? days : null;
}

/** Sets the ladder of a side: its steps, quiet days and reminders of reports, and where they come from. */
export function LadderWindow({ row, onClose }: { readonly row: LadderRow; readonly onClose: () => void }) {
  const { t } = useSpeech();
  const [draft, setDraft] = useState(() => draftOf(row));
  const change = useChangeLadder(row);
  const { steps, quiet, source } = draft;
  const reports = readReports(draft.reports);
  const put = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const missing = [
    ...(steps.some(({ step }) => step.to.length === 0) ? [t('ladder.to')] : []),
    ...(steps.some(({ step }) => step.strengths?.length === 0) ? [t('ladder.strengths')] : []),
    ...(steps.some(({ step }) => step.lifecycles?.length === 0) ? [t('ladder.lifecycles')] : []),
    ...(quiet.some(({ from, to, why }) => from === null || to === null || to < from || why.trim() === '')
      ? [t('ladder.quiet')]
      : []),
    ...(reports === null ? [t('ladder.report-days')] : []),
    ...(source.trim() === '' ? [t('ladder.source')] : []),
  ];
  const save = () => {
    if (missing.length > 0) return;
    const ladder: SetLadder = {
      source: source.trim(),
      quiet: quiet.map(({ from, to, why }) => ({ from: from ?? '', to: to ?? '', why: why.trim() })),
      steps: steps.map(({ step }) => step),
      reports: reports ?? [],
    };
    change.mutate({ type: 'set', ladder }, { onSuccess: onClose });
  };
  const add = () => put({ steps: [...steps, { key: Math.max(0, ...steps.map(({ key }) => key)) + 1, step: FIRST }] });
  return (
    <Window title={t('ladder.change')} open onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p className="small soft">{t('ladder.change-explain')}</p>
        {steps.map(({ key, step }, index) => (
          <StepFields
            key={key}
            number={index + 1}
            step={step}
            onChange={(next) => put({ steps: steps.map((one) => (one.key === key ? { key, step: next } : one)) })}
            onRemove={() => put({ steps: steps.filter((one) => one.key !== key) })}
          />
        ))}
        {steps.length < STEPS && (
          <Button className="button small" onPress={add}>
            {t('ladder.add-step')}
          </Button>
        )}
        <WordsField
          label={t('ladder.report-days')}
          value={draft.reports}
          onChange={(typed) => put({ reports: typed })}
        />
        <QuietFields quiet={quiet} onChange={(next) => put({ quiet: next })} />
        <WordsField label={t('ladder.source-hint')} value={source} onChange={(typed) => put({ source: typed })} />
        <FormEnd
          error={change.error}
          save={t('form.save')}
          missing={missing}
          isDisabled={change.isPending}
          onCancel={onClose}
        />
      </form>
    </Window>
  );
}
