import { type ReactNode, useState } from 'react';
import { Window } from './dialog.tsx';
import { FormEnd } from './form-end.tsx';

/** A dialog with a form: it closes once what it asks for was done. */
export function FormWindow({
  title,
  save,
  ready = true,
  onClose,
  onSave,
  children,
}: {
  readonly title: string;
  /** What the button says that sends it. */
  readonly save: string;
  readonly ready?: boolean;
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
          if (ready) void send();
        }}
      >
        {children}
        <FormEnd save={save} isDisabled={busy || !ready} onCancel={onClose} />
      </form>
    </Window>
  );
}
