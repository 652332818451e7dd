import { Label, TextArea, TextField } from 'react-aria-components';

/** Several lines of words. */
export function LinesField({
  label,
  value,
  rows = 3,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly rows?: number;
  readonly onChange: (value: string) => void;
}) {
  return (
    <TextField className="field" value={value} onChange={onChange}>
      <Label>{label}</Label>
      <TextArea className="field-input" dir="auto" rows={rows} />
    </TextField>
  );
}
