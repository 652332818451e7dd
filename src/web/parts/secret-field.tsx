import { Input, Label, TextField } from 'react-aria-components';

/** A line that the browser may fill in: a mail address, a password, a one-time code. */
export function SecretField({
  label,
  value,
  onChange,
  kind,
  autoFocus = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly kind: 'username' | 'current-password' | 'new-password' | 'one-time-code';
  readonly autoFocus?: boolean;
}) {
  const type = kind === 'username' ? 'email' : kind === 'one-time-code' ? 'text' : 'password';
  return (
    <TextField className="field" value={value} onChange={onChange} type={type} autoFocus={autoFocus}>
      <Label>{label}</Label>
      <Input className="field-input" dir="ltr" autoComplete={kind} spellCheck={false} />
    </TextField>
  );
}
