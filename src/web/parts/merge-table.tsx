import { useId, useState } from 'react';
import { useSpeech } from '../app/locale.tsx';
import type { MergeField, Side } from './merge.ts';
import './merge-table.css';

/** Which side is chosen for each field; null where nobody has chosen yet. */
export type Chosen = Readonly<Record<string, Side | null>>;

/** The choice of sides, field by field, beginning with who alone changed a field. */
export function useChosen(fields: readonly MergeField[]) {
  const [chosen, setChosen] = useState<Chosen>(() =>
    Object.fromEntries(fields.map(({ name, settled }) => [name, settled])),
  );
  return {
    chosen,
    choose: (name: string, side: Side) => setChosen((now) => ({ ...now, [name]: side })),
    whole: fields.every(({ name }) => chosen[name] !== null),
    /** Values of the fields for which this side is chosen. */
    values: (side: Side) =>
      Object.fromEntries(fields.filter(({ name }) => chosen[name] === side).map((field) => [field.name, field[side]])),
  };
}

function Choose({
  side,
  field,
  group,
  checked,
  said,
  onChoose,
}: {
  readonly side: Side;
  readonly field: MergeField;
  readonly group: string;
  readonly checked: boolean;
  readonly said: string;
  readonly onChoose: (side: Side) => void;
}) {
  const { t } = useSpeech();
  const changed = JSON.stringify(field[side] ?? null) !== JSON.stringify(field.before ?? null);
  return (
    <td data-label={t(`merge.${side}`)}>
      <label className={`merge-choice ${checked ? 'chosen' : ''}`}>
        <input type="radio" name={group} checked={checked} onChange={() => onChoose(side)} />
        <span dir="auto">{said}</span>
        {!changed && <span className="small soft">{t('merge.unchanged')}</span>}
      </label>
    </td>
  );
}

/** Mine and theirs, field by field, with what stood there before; one of the two is chosen for each. */
export function MergeTable({
  fields,
  chosen,
  nameOf,
  say,
  onChoose,
}: {
  readonly fields: readonly MergeField[];
  readonly chosen: Chosen;
  readonly nameOf: (name: string) => string;
  readonly say: (name: string, value: unknown) => string;
  readonly onChoose: (name: string, side: Side) => void;
}) {
  const { t } = useSpeech();
  const group = useId();
  return (
    <table className="merge-table">
      <thead>
        <tr>
          <th scope="col">{t('commitment.field')}</th>
          <th scope="col">{t('merge.mine')}</th>
          <th scope="col">{t('merge.theirs')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.name}>
            <th scope="row">
              {nameOf(field.name)}
              <span className="small soft" dir="auto">
                {t('merge.before', { value: say(field.name, field.before) })}
              </span>
              {chosen[field.name] === null && <span className="small merge-open">{t('merge.both')}</span>}
            </th>
            {(['mine', 'theirs'] as const).map((side) => (
              <Choose
                key={side}
                {...{ side, field, group: `${group}${field.name}`, said: say(field.name, field[side]) }}
                checked={chosen[field.name] === side}
                onChoose={(next) => onChoose(field.name, next)}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
