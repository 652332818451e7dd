import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import type { Detail, Fields } from '../../data/queries.ts';
import { useMay } from '../../data/session.ts';
import { ReadsOnly } from '../../parts/decides.tsx';
import { changedFields, fieldsOf } from '../../parts/fields.ts';
import { FieldsForm } from '../../parts/fields-form.tsx';
import { RejectForm } from '../../parts/reject-form.tsx';
import { ReviewDay } from '../../parts/review-day.tsx';
import { useDecisions } from '../../parts/use-decisions.ts';
import { useKeys } from '../../parts/use-keys.ts';

function EditForm({
  detail,
  onSave,
  onCancel,
}: {
  readonly detail: Detail;
  readonly onSave: (fields: Partial<Fields>) => void;
  readonly onCancel: () => void;
}) {
  const { t } = useSpeech();
  const [fields, setFields] = useState(() => fieldsOf(detail));
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        onSave(changedFields(fieldsOf(detail), fields));
      }}
    >
      <FieldsForm fields={fields} actors={detail.actors} onChange={(part) => setFields({ ...fields, ...part })} />
      <div className="dialog-actions">
        <Button className="button small" onPress={onCancel}>
          {t('form.cancel')}
        </Button>
        <Button className="button small primary" type="submit">
          {t('form.save')}
        </Button>
      </div>
    </form>
  );
}

/** Confirm, edit, reject, undo: as in the Reader, with the same keys. */
export function DecideHere({ detail }: { readonly detail: Detail }) {
  const { t } = useSpeech();
  const decide = useDecisions();
  const [mode, setMode] = useState<'look' | 'edit' | 'reject'>('look');
  const may = useMay('decide');
  const open = detail.decision === 'undecided';
  const look = () => setMode('look');
  const confirm = () => open && void decide(detail, { type: 'confirm' });
  const undo = () => detail.canUndo && void decide(detail, { type: 'undo' });
  useKeys(
    !may
      ? {}
      : mode === 'look'
        ? { c: () => void confirm(), e: () => setMode('edit'), x: () => setMode('reject'), u: () => void undo() }
        : { Escape: look },
  );
  if (!may) return <ReadsOnly />;
  if (mode === 'edit') {
    return (
      <EditForm
        detail={detail}
        onCancel={look}
        onSave={(fields) => {
          look();
          if (Object.keys(fields).length > 0) void decide(detail, { type: 'correct', fields });
        }}
      />
    );
  }
  if (mode === 'reject') {
    return (
      <RejectForm
        onCancel={look}
        onReject={(reason, note) => {
          look();
          void decide(detail, { type: 'reject', reason, note });
        }}
      />
    );
  }
  return (
    <div className="decide-panel">
      {open && (
        <Button className="button primary" onPress={() => void confirm()}>
          {t('decide.confirm')} <kbd>C</kbd>
        </Button>
      )}
      <Button className="button" onPress={() => setMode('edit')}>
        {t('decide.edit')} <kbd>E</kbd>
      </Button>
      {detail.decision !== 'rejected' && (
        <Button className="button" onPress={() => setMode('reject')}>
          {t('decide.reject')} <kbd>X</kbd>
        </Button>
      )}
      {detail.canUndo && (
        <Button className="button quiet" onPress={() => void undo()}>
          {t('decide.undo')} <kbd>U</kbd>
        </Button>
      )}
      <ReviewDay row={detail} />
    </div>
  );
}
