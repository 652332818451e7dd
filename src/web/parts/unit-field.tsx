import { useQuery } from '@tanstack/react-query';
import { ChevronDown } from 'lucide-react';
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { nameIn } from '../../register/index.ts';
import { useSpeech } from '../app/locale.tsx';
import { unitsQuery } from '../data/tasks.ts';

/** What units are called in the reader's language; an id that is no unit's is shown as it is. */
export function useUnitNames(): (id: string) => string {
  const { locale } = useSpeech();
  const units = useQuery(unitsQuery).data?.units ?? [];
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  return (id) => {
    const unit = byId.get(id);
    return unit === undefined ? id : nameIn(unit.names, locale) || id;
  };
}

/** One unit of a party, found by typing part of its name. */
export function UnitField({
  label,
  party,
  value,
  without = [],
  opensBy = 'focus',
  onChange,
}: {
  readonly label: string;
  readonly party: string | null;
  readonly value: string | null;
  /** Units that are not offered. */
  readonly without?: readonly string[];
  readonly opensBy?: 'focus' | 'input';
  readonly onChange: (unit: string | null) => void;
}) {
  const nameOf = useUnitNames();
  const units = (useQuery(unitsQuery).data?.units ?? []).filter(
    (unit) => (party === null || unit.party === party) && !without.includes(unit.id),
  );
  return (
    <ComboBox
      className="field"
      selectedKey={value}
      onSelectionChange={(key) => onChange(key === null ? null : String(key))}
      menuTrigger={opensBy}
    >
      <Label>{label}</Label>
      <div className="unit-field">
        <Input className="field-input" dir="auto" autoComplete="off" />
        <Button className="button quiet icon">
          <ChevronDown size={14} aria-hidden />
        </Button>
      </div>
      <Popover className="popover">
        <ListBox className="options">
          {units.map((unit) => (
            <ListBoxItem key={unit.id} id={unit.id} className="option" textValue={nameOf(unit.id)}>
              <span dir="auto">{nameOf(unit.id)}</span>
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** Several units of a party, each once. */
export function UnitsField({
  label,
  party,
  value,
  onChange,
}: {
  readonly label: string;
  readonly party: string | null;
  readonly value: readonly string[];
  readonly onChange: (units: string[]) => void;
}) {
  const { t } = useSpeech();
  const nameOf = useUnitNames();
  return (
    <div className="units-field">
      <UnitField
        key={value.length}
        label={label}
        party={party}
        value={null}
        without={value}
        opensBy={value.length === 0 ? 'focus' : 'input'}
        onChange={(unit) => unit !== null && !value.includes(unit) && onChange([...value, unit])}
      />
      <ul className="units-chosen">
        {value.map((unit) => (
          <li key={unit}>
            <span dir="auto">{nameOf(unit)}</span>
            <Button className="button quiet small" onPress={() => onChange(value.filter((one) => one !== unit))}>
              {t('task.leave-out')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
