import { useSpeech } from '../app/locale.tsx';
import type { Fields } from '../data/queries.ts';
import { useFieldValue } from './field-text.ts';
import { FIELD_ORDER, fieldId, isFilled } from './fields.ts';
import './field-list.css';

/** Fields a person reads in the document's own words, not in the page's language. */
const QUOTED: ReadonlySet<string> = new Set([
  'action',
  'instruments',
  'mechanisms',
  'places',
  'targets',
  'lead',
  'coordinators',
]);

/** Names and values of the fields of a commitment. */
export function FieldList({
  row,
  skip = [],
  filled = false,
}: {
  readonly row: Fields & { readonly language: string };
  readonly skip?: readonly (keyof Fields)[];
  /** Leave out what is empty. */
  readonly filled?: boolean;
}) {
  const { t } = useSpeech();
  const say = useFieldValue();
  const shown = FIELD_ORDER.filter((name) => !skip.includes(name) && (!filled || isFilled(row[name])));
  return (
    <dl className="field-list">
      {shown.map((name) => (
        <div key={name}>
          <dt>{t(fieldId(name))}</dt>
          <dd dir="auto" lang={QUOTED.has(name) ? row.language : undefined}>
            {say(name, row[name])}
          </dd>
        </div>
      ))}
    </dl>
  );
}
