import { Button } from 'react-aria-components';
import { formatInstant } from '../../../i18n/index.ts';
import type { FollowingType } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { useHand } from '../../data/hands.ts';
import type { Deed } from '../../data/tasks.ts';
import { Window } from '../../parts/dialog.tsx';
import { MergeTable, useChosen } from '../../parts/merge-table.tsx';
import { fieldsOfDeed, withTheirs } from './merge-deed.ts';
import { labelOf, useSay } from './say-field.ts';
import type { Clash } from './use-deeds.ts';

function Meanwhile({ seen, now }: Pick<Clash, 'seen' | 'now'>) {
  const { locale, t } = useSpeech();
  const hand = useHand();
  return (
    <ul>
      {now.history
        .filter(({ sequence }) => sequence > seen.state.version)
        .map(({ id, at, by, body }) => (
          <li key={id}>
            {t(`task-action.${body.type}`)}{' '}
            <span className="soft small">
              {formatInstant(locale, at)} · {hand(by)}
            </span>
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
          <MergeTable {...{ fields, chosen, say }} nameOf={(name) => t(labelOf(name))} onChoose={choose} />
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
