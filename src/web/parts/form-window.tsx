import { type ReactNode, useState } from 'react';
import { Window } from './dialog.tsx';
import { FormEnd } from './form-end.tsx';

/** A dialog with a form: it closes once what it asks for was done. */
export function FormWindow({
  title,
  save,
  missing = [],
  onClose,
  onSave,
  children,
}: {
  readonly title: string;
  /** What the button says that sends it. */
  readonly save: string;
  /** Labels of the fields without which nothing is sent. */
  readonly missing?: readonly string[];
  readonly onClose: () => void;
  readonly onSave: () => Promise<boolean>;
  readonly children: ReactNode;
}) {
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    const done = await onSave();
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Window title={title} open onClose={onClose}>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          if (missing.length === 0) void send();
        }}
      >
        {children}
        <FormEnd save={save} missing={missing} isDisabled={busy} onCancel={onClose} />
      </form>
    </Window>
  );
}
