import { Input, Label, TextField } from 'react-aria-components';

/** A line of words. */
export function WordsField({
  label,
  value,
  onChange,
  lang,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly lang?: string;
}) {
  return (
    <TextField className="field" value={value} onChange={onChange}>
      <Label>{label}</Label>
      <Input className="field-input" lang={lang} dir="auto" autoComplete="off" />
    </TextField>
  );
}
