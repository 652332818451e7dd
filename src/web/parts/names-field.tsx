import { X } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { Button, Tag, TagGroup, TagList } from 'react-aria-components';
import { useSpeech } from '../app/locale.tsx';

/** A list of names: Enter or a semicolon adds what was typed, Backspace in the empty line takes the last away. */
export function NamesField({
  label,
  values,
  onChange,
  name = (value) => value,
  suggestions = [],
  hint,
}: {
  readonly label: string;
  readonly values: readonly string[];
  readonly onChange: (values: readonly string[]) => void;
  readonly name?: (value: string) => string;
  /** Values offered while typing; one typed by its name is taken for the value. */
  readonly suggestions?: readonly string[];
  /** What may be typed, shown while nothing is there. */
  readonly hint?: string;
}) {
  const { t } = useSpeech();
  const [typed, setTyped] = useState('');
  const id = useId();
  const add = (text: string) => {
    const wanted = text.trim();
    const value = suggestions.find((each) => name(each) === wanted) ?? wanted;
    if (value !== '' && !values.includes(value)) onChange([...values, value]);
    setTyped('');
  };
  const key = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' || event.key === ';') {
      if (typed.trim() === '') return;
      event.preventDefault();
      add(typed);
    } else if (event.key === 'Backspace' && typed === '') onChange(values.slice(0, -1));
  };
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <div className="field-input tag-field">
        {values.length > 0 && (
          <TagGroup
            aria-label={label}
            className="tags"
            onRemove={(keys) => onChange(values.filter((value) => !keys.has(value)))}
          >
            <TagList className="tags">
              {values.map((value) => (
                <Tag key={value} id={value} className="tag" textValue={name(value)}>
                  <span dir="auto">{name(value)}</span>
                  <Button slot="remove" className="tag-remove" aria-label={t('field.remove', { name: name(value) })}>
                    <X size={12} aria-hidden />
                  </Button>
                </Tag>
              ))}
            </TagList>
          </TagGroup>
        )}
        <input
          id={id}
          dir="auto"
          value={typed}
          placeholder={values.length === 0 ? hint : undefined}
          list={`${id}-list`}
          autoComplete="off"
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={key}
          onBlur={() => add(typed)}
        />
        <datalist id={`${id}-list`}>
          {suggestions
            .filter((each) => !values.includes(each))
            .map((each) => (
              <option key={each} value={name(each)} />
            ))}
        </datalist>
      </div>
    </div>
  );
}
