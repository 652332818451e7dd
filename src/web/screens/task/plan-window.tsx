import { Plus } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { MILESTONE_KINDS, type MilestoneKind } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type Deed, newPartId, type TaskState } from '../../data/tasks.ts';
import { Choice } from '../../parts/choice.tsx';
import { DayField } from '../../parts/day-field.tsx';
import { Window } from '../../parts/dialog.tsx';
import { FormEnd } from '../../parts/form-end.tsx';
import { WordsField } from '../../parts/words-field.tsx';
import { ProposedSteps } from './proposals.tsx';

type Plan = NonNullable<TaskState['plan']>;
type Milestone = Plan['milestones'][number];

function MilestoneFields({
  milestone,
  onChange,
  onRemove,
}: {
  readonly milestone: Milestone;
  readonly onChange: (part: Partial<Milestone>) => void;
  readonly onRemove: () => void;
}) {
  const { t } = useSpeech();
  return (
    <li className="milestone-fields">
      <Choice
        label={t('task.milestone-kind')}
        value={milestone.kind}
        values={MILESTONE_KINDS}
        name={(kind: MilestoneKind) => t(`milestone.${kind}`)}
        onChange={(kind) => onChange({ kind })}
      />
      <WordsField label={t('task.milestone-text')} value={milestone.text} onChange={(text) => onChange({ text })} />
      <DayField label={t('task.planned')} value={milestone.planned} onChange={(planned) => onChange({ planned })} />
      <Button className="button quiet small" onPress={onRemove}>
        {t('task.leave-out')}
      </Button>
    </li>
  );
}

/** The plan of a task: what for, what will be there, and the steps on the way. No day is proposed that nobody set. */
export function PlanWindow({
  task,
  state,
  onClose,
  onDo,
}: {
  readonly task: string;
  readonly state: TaskState;
  readonly onClose: () => void;
  readonly onDo: (body: Deed) => Promise<boolean>;
}) {
  const { t } = useSpeech();
  const [plan, setPlan] = useState<Plan>(state.plan ?? { objective: '', product: '', milestones: [] });
  const milestones = (list: Milestone[]) => setPlan((now) => ({ ...now, milestones: list }));
  const blank = (): Milestone => ({
    ...{ id: newPartId(), kind: 'other', text: '', required: null, planned: null, actual: null, pair: null },
  });
  const save = async () => {
    const named = plan.milestones.filter(({ text }) => text.trim() !== '');
    if (await onDo({ type: 'plan', plan: { ...plan, milestones: named } })) onClose();
  };
  return (
    <Window title={t('task-action.plan')} open onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <WordsField
          label={t('task.objective')}
          value={plan.objective}
          onChange={(objective) => setPlan({ ...plan, objective })}
        />
        <WordsField
          label={t('task.product')}
          value={plan.product}
          onChange={(product) => setPlan({ ...plan, product })}
        />
        <ol className="milestone-list">
          {plan.milestones.map((milestone) => (
            <MilestoneFields
              key={milestone.id}
              milestone={milestone}
              onChange={(part) =>
                milestones(plan.milestones.map((one) => (one.id === milestone.id ? { ...one, ...part } : one)))
              }
              onRemove={() => milestones(plan.milestones.filter((one) => one.id !== milestone.id))}
            />
          ))}
        </ol>
        <ProposedSteps
          task={task}
          taken={plan.milestones.map(({ kind }) => kind)}
          onTake={(kinds) =>
            milestones([
              ...plan.milestones,
              ...kinds.map((kind) => ({ ...blank(), kind, text: t(`milestone.${kind}`) })),
            ])
          }
        />
        <Button className="button" onPress={() => milestones([...plan.milestones, blank()])}>
          <Plus size={14} aria-hidden />
          {t('task.milestone-add')}
        </Button>
        <FormEnd save={t('task.save-plan')} onCancel={onClose} />
      </form>
    </Window>
  );
}
