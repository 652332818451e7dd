import { Button } from 'react-aria-components';
import { formatInstant } from '../../i18n/index.ts';
import { useSpeech } from '../app/locale.tsx';
import type { Detail } from '../data/queries.ts';
import { Window } from './dialog.tsx';
import { useFieldText, useFieldValue } from './field-text.ts';
import { FIELD_ORDER, fieldId } from './fields.ts';
import { fieldsToMerge } from './merge.ts';
import { MergeTable, useChosen } from './merge-table.tsx';
import { type Conflict, setConflict, useConflict, useDecisions } from './use-decisions.ts';

function Ours({ ours }: { readonly ours: Conflict['ours'] }) {
  const { t } = useSpeech();
  return (
    <div>
      <h3>{t('conflict.ours')}</h3>
      <p>{t(`verdict.${ours.verdict.type}`)}</p>
    </div>
  );
}

function Theirs({ theirs }: { readonly theirs: Detail }) {
  const { locale, t } = useSpeech();
  const say = useFieldText();
  const last = theirs.history.at(-1);
  return (
    <div>
      <h3>{t('conflict.theirs')}</h3>
      <p>
        {t(`decision.${theirs.decision}`)}
        {last && <span className="soft"> · {formatInstant(locale, last.at)}</span>}
      </p>
      <ul>
        {(last?.changes ?? []).map((change) => (
          <li key={change.field}>{say(change.field, change.after)}</li>
        ))}
      </ul>
    </div>
  );
}

/** Another decision than a correction stands or does not: mine is made over what is there now, or left. */
function Whole({ conflict, close }: { readonly conflict: Conflict; readonly close: () => void }) {
  const { t } = useSpeech();
  const decide = useDecisions();
  return (
    <>
      <div className="form-pair">
        <Ours ours={conflict.ours} />
        <Theirs theirs={conflict.theirs} />
      </div>
      <div className="dialog-actions">
        <Button className="button" onPress={close}>
          {t('conflict.keep')}
        </Button>
        <Button
          className="button primary"
          onPress={() => {
            close();
            void decide(conflict.theirs, conflict.ours.verdict);
          }}
        >
          {t('conflict.apply')}
        </Button>
      </div>
    </>
  );
}

/** A correction is made one with what is there now, field by field. */
function Merge({ conflict, close }: { readonly conflict: Conflict; readonly close: () => void }) {
  const { t } = useSpeech();
  const say = useFieldValue();
  const decide = useDecisions();
  const { ours, theirs } = conflict;
  const corrected = ours.verdict.type === 'correct' ? ours.verdict : { fields: {} };
  const fields = fieldsToMerge(FIELD_ORDER, { ...ours.row }, { ...ours.row, ...corrected.fields }, { ...theirs });
  const { chosen, choose, whole, values } = useChosen(fields);
  const save = () => {
    close();
    const mine = values('mine');
    const span = 'span' in corrected && corrected.span ? { span: corrected.span } : {};
    if (Object.keys({ ...mine, ...span }).length === 0) return;
    void decide(theirs, { type: 'correct', fields: mine, ...span });
  };
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <Theirs theirs={theirs} />
      <MergeTable
        fields={fields}
        chosen={chosen}
        nameOf={(name) => t(fieldId(name as (typeof FIELD_ORDER)[number]))}
        say={say}
        onChoose={choose}
      />
      <div className="dialog-actions">
        <Button className="button" onPress={close}>
          {t('conflict.keep')}
        </Button>
        <Button className="button primary" type="submit" isDisabled={!whole}>
          {t('merge.save')}
        </Button>
      </div>
    </form>
  );
}

/** Shows both sides of a change that two people made at once; nothing is overwritten without a look. */
export function ConflictWindow() {
  const { t } = useSpeech();
  const conflict = useConflict();
  if (!conflict) return null;
  const close = () => setConflict(null);
  const Body = conflict.ours.verdict.type === 'correct' ? Merge : Whole;
  return (
    <Window title={t('conflict.title')} open onClose={close}>
      <p>{t('conflict.explain')}</p>
      <blockquote className="quote" lang={conflict.theirs.language} dir="auto">
        {conflict.theirs.quote}
      </blockquote>
      <Body conflict={conflict} close={close} />
    </Window>
  );
}
