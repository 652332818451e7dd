import { useState } from 'react';
import { Button } from 'react-aria-components';
import { useSpeech } from '../app/locale.tsx';
import { Missing } from './missing.tsx';
import { useErrorText } from './states.tsx';

/**
 * The end of a form: what went wrong, the way out, and the button that sends it (or does something else). While fields are missing the
 * button says which, rather than standing there grey without a reason.
 */
export function FormEnd({
  error = null,
  save,
  missing = [],
  isDisabled = false,
  onCancel,
  onPress,
}: {
  readonly error?: unknown;
  /** What the button says. */
  readonly save: string;
  /** Labels of the fields without which nothing is sent. */
  readonly missing?: readonly string[];
  /** It is being sent, or there is nothing to send. */
  readonly isDisabled?: boolean;
  readonly onCancel: () => void;
  /** What the button does where it does not send the form. */
  readonly onPress?: () => unknown;
}) {
  const { t } = useSpeech();
  const say = useErrorText();
  const [pressed, setPressed] = useState(false);
  const press = missing.length > 0 ? () => setPressed(true) : onPress;
  return (
    <>
      {error != null && (
        <p className="field-error" role="alert">
          {say(error)}
        </p>
      )}
      {pressed && <Missing fields={missing} />}
      <div className="dialog-actions">
        <Button className="button" onPress={onCancel}>
          {t('form.cancel')}
        </Button>
        <Button
          className="button primary"
          isDisabled={isDisabled}
          {...(press === undefined ? { type: 'submit' } : { onPress: () => void press() })}
        >
          {save}
        </Button>
      </div>
    </>
  );
}
