import { parseDate } from '@internationalized/date';
import { DateField, DateInput, DateSegment, Label } from 'react-aria-components';

/** A calendar day, typed in the order of the reader's language; an ISO date or null. */
export function DayField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (isoDate: string | null) => void;
}) {
  return (
    <DateField
      className="field"
      value={value === null ? null : parseDate(value)}
      onChange={(day) => onChange(day === null ? null : day.toString())}
    >
      <Label>{label}</Label>
      <DateInput className="field-input date-input">
        {(segment) => <DateSegment className="date-segment" segment={segment} />}
      </DateInput>
    </DateField>
  );
}
