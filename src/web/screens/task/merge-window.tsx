import { Button } from 'react-aria-components';
import { formatDate, formatInstant, formatList, type MessageId } from '../../../i18n/index.ts';
import type { FollowingType } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { Deed } from '../../data/tasks.ts';
import { Window } from '../../parts/dialog.tsx';
import { MergeTable, useChosen } from '../../parts/merge-table.tsx';
import { useUnitNames } from '../../parts/unit-field.tsx';
import { fieldsOfDeed, withTheirs } from './merge-deed.ts';
import type { Clash } from './use-deeds.ts';

const LABELS: Readonly<Record<string, MessageId>> = {
  ...{ due: 'task.due', every: 'task.every', lead: 'task.lead', audience: 'task.audience' },
  ...{ coordinators: 'task.coordinators', objective: 'task.objective', product: 'task.product' },
  milestones: 'task.milestones',
};

/** Says a value that an action on a task writes. */
function useSay(): (name: string, value: unknown) => string {
  const { locale, t } = useSpeech();
  const nameOf = useUnitNames();
  return (name, value) => {
    if (value === null || value === undefined || value === '') return '—';
    if (name === 'due') return formatDate(locale, String(value));
    if (name === 'lead') return nameOf(String(value));
    if (name === 'every') return t(`period.${String(value)}` as 'period.month');
    if (name === 'audience') return t(`audience.${String(value)}` as 'audience.internal');
    if (!Array.isArray(value)) return String(value);
    const parts = (value as readonly { unit?: string; text?: string; planned?: string | null }[]).map((one) => {
      const day = one.planned ? ` (${formatDate(locale, one.planned)})` : '';
      return one.unit === undefined ? `${one.text}${day}` : nameOf(one.unit);
    });
    return parts.length === 0 ? '—' : formatList(locale, parts);
  };
}

function Meanwhile({ seen, now }: Pick<Clash, 'seen' | 'now'>) {
  const { locale, t } = useSpeech();
  return (
    <ul>
      {now.history
        .filter(({ sequence }) => sequence > seen.state.version)
        .map(({ id, at, body }) => (
          <li key={id}>
            {t(`task-action.${body.type}`)} <span className="soft small">{formatInstant(locale, at)}</span>
          </li>
        ))}
    </ul>
  );
}

/** An action met a task that had changed: what was done meanwhile, and mine beside it to be chosen from, field by field. */
export function MergeWindow({
  clash: { mine, seen, now },
  onClose,
  onDo,
}: {
  readonly clash: Clash;
  readonly onClose: () => void;
  readonly onDo: (body: Deed) => Promise<boolean>;
}) {
  const { t } = useSpeech();
  const say = useSay();
  const fields = fieldsOfDeed(mine, seen.state, now.state);
  const { chosen, choose, whole, values } = useChosen(fields);
  const possible = now.actions.includes(mine.type as FollowingType);
  const save = () => {
    onClose();
    const left = withTheirs(mine, fields, values('theirs'));
    if (left !== null) void onDo(left);
  };
  return (
    <Window title={t('conflict.title')} open onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p>{t('merge.meanwhile')}</p>
        <Meanwhile seen={seen} now={now} />
        <p>{t(possible ? 'merge.yours' : 'merge.gone', { action: t(`task-action.${mine.type}`) })}</p>
        {possible && fields.length > 0 && (
          <MergeTable
            {...{ fields, chosen, say }}
            nameOf={(name) => t(LABELS[name] ?? 'task.plan')}
            onChoose={choose}
          />
        )}
        <div className="dialog-actions">
          <Button className="button" onPress={onClose}>
            {t('conflict.keep')}
          </Button>
          {possible && (
            <Button className="button primary" type="submit" isDisabled={!whole}>
              {t('merge.save')}
            </Button>
          )}
        </div>
      </form>
    </Window>
  );
}
