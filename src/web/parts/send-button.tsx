import { type ReactNode, useState } from 'react';
import { Button } from 'react-aria-components';
import { Missing } from './missing.tsx';

/** A button that sends its form, or does something else; while fields are missing it says which, beside it, once it is pressed. */
export function SendButton({
  className = 'button primary',
  missing,
  isDisabled = false,
  onPress,
  children,
}: {
  readonly className?: string;
  /** Labels of the fields without which nothing is sent. */
  readonly missing: readonly string[];
  /** It is being sent. */
  readonly isDisabled?: boolean;
  /** What the button does where it does not send the form. */
  readonly onPress?: () => void;
  readonly children: ReactNode;
}) {
  const [pressed, setPressed] = useState(false);
  const press = missing.length > 0 ? () => setPressed(true) : onPress;
  return (
    <>
      <Button
        className={className}
        isDisabled={isDisabled}
        {...(press === undefined ? { type: 'submit' } : { onPress: press })}
      >
        {children}
      </Button>
      {pressed && <Missing fields={missing} />}
    </>
  );
}
