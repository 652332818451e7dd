import { ChevronDown } from 'lucide-react';
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components';
import { useSpeech } from '../app/locale.tsx';

/** One of a short list; null where nobody chose yet. */
export function Choice<T extends string>({
  label,
  value,
  values,
  name,
  onChange,
}: {
  readonly label: string;
  readonly value: T | null;
  readonly values: readonly T[];
  readonly name: (value: T) => string;
  readonly onChange: (value: T) => void;
}) {
  const { t } = useSpeech();
  return (
    <Select className="field" value={value} onChange={(key) => key !== null && onChange(key as T)}>
      <Label>{label}</Label>
      <Button className="field-input select-button">
        <SelectValue>{({ selectedText }) => selectedText || t('choice.none')}</SelectValue>
        <ChevronDown size={14} aria-hidden />
      </Button>
      <Popover className="popover">
        <ListBox className="options">
          {values.map((each) => (
            <ListBoxItem key={each} id={each} className="option" textValue={name(each)}>
              {name(each)}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
