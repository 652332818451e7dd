import { Button } from 'react-aria-components';
import { useSpeech } from '../app/locale.tsx';
import { useErrorText } from './states.tsx';

/** The end of a form: what went wrong, the way out, and the button that sends it (or does something else). */
export function FormEnd({
  error = null,
  save,
  isDisabled = false,
  onCancel,
  onPress,
}: {
  readonly error?: unknown;
  /** What the button says. */
  readonly save: string;
  readonly isDisabled?: boolean;
  readonly onCancel: () => void;
  /** What the button does where it does not send the form. */
  readonly onPress?: () => unknown;
}) {
  const { t } = useSpeech();
  const say = useErrorText();
  return (
    <>
      {error != null && (
        <p className="field-error" role="alert">
          {say(error)}
        </p>
      )}
      <div className="dialog-actions">
        <Button className="button" onPress={onCancel}>
          {t('form.cancel')}
        </Button>
        <Button
          className="button primary"
          isDisabled={isDisabled}
          {...(onPress === undefined ? { type: 'submit' } : { onPress: () => void onPress() })}
        >
          {save}
        </Button>
      </div>
    </>
  );
}
