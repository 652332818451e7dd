import { Button } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import type { ReaderRow } from '../../data/queries.ts';
import { useMay } from '../../data/session.ts';
import { ReadsOnly } from '../../parts/decides.tsx';
import { FieldsForm } from '../../parts/fields-form.tsx';
import { RejectForm } from '../../parts/reject-form.tsx';
import type { Reading } from './use-reading.ts';

function EditPanel({ reading }: { readonly reading: Reading }) {
  const { t } = useSpeech();
  const { draft, all, redraft, save, cancel } = reading;
  if (!draft) return null;
  return (
    <form
      className="form"
      onKeyDown={(event) => event.key === 'Escape' && cancel()}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className="edit-actions">
        <Button className="button small primary" type="submit">
          {t('form.save')} <kbd>Enter</kbd>
        </Button>
        <Button className="button small" onPress={cancel}>
          {t('form.cancel')} <kbd>Esc</kbd>
        </Button>
      </div>
      <p className="small soft">{t('reader.drag-hint')}</p>
      <FieldsForm
        fields={draft.fields}
        actors={[...new Set(all.flatMap((row) => row.actors))]}
        onChange={(part) => redraft({ fields: { ...draft.fields, ...part } })}
      />
    </form>
  );
}

/** Confirm, edit, reject, undo: for the chosen commitment, in its card or in the sheet of a small screen. */
export function DecidePanel({ reading, row }: { readonly reading: Reading; readonly row: ReaderRow }) {
  const { t } = useSpeech();
  if (!useMay('decide')) return <ReadsOnly />;
  if (reading.mode === 'edit') return <EditPanel reading={reading} />;
  if (reading.mode === 'reject') return <RejectForm onReject={reading.reject} onCancel={reading.cancel} />;
  return (
    <div className="decide-panel">
      {row.decision === 'undecided' && (
        <Button className="button small primary" onPress={reading.confirm}>
          {t('decide.confirm')} <kbd>C</kbd>
        </Button>
      )}
      <Button className="button small" onPress={reading.edit}>
        {t('decide.edit')} <kbd>E</kbd>
      </Button>
      {row.decision !== 'rejected' && (
        <Button className="button small" onPress={reading.askReject}>
          {t('decide.reject')} <kbd>X</kbd>
        </Button>
      )}
      {row.canUndo && (
        <Button className="button small quiet" onPress={reading.undo}>
          {t('decide.undo')} <kbd>U</kbd>
        </Button>
      )}
    </div>
  );
}
