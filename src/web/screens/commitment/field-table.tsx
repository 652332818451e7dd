import type { Span } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { Detail } from '../../data/queries.ts';
import { useFieldValue } from '../../parts/field-text.ts';
import { FIELD_ORDER, fieldId, isFilled } from '../../parts/fields.ts';

/** Few commitments have these: left out where they are empty. */
const RARE: ReadonlySet<string> = new Set(['targets', 'lead', 'coordinators', 'report']);

/** Rules of these families read the field, where the evidence does not name its words itself. */
const READ_BY: Readonly<Record<string, string>> = { kind: 'frame:', strength: 'verb:', sector: 'sector:' };

type Words = Span & { readonly words: string };

function wordsOf(detail: Detail, name: string): readonly Words[] {
  const named = detail.evidence[name];
  const family = READ_BY[name];
  if (named || family === undefined) return named ?? [];
  return detail.why.flatMap(({ rule, words, span }) => (span && rule.startsWith(family) ? [{ ...span, words }] : []));
}

/** Every field with the words it was read from; to point at a field, or tab to it, lights them in the context. */
export function FieldTable({
  detail,
  onLight,
}: {
  readonly detail: Detail;
  readonly onLight: (spans: readonly Span[]) => void;
}) {
  const { t } = useSpeech();
  const say = useFieldValue();
  const shown = FIELD_ORDER.filter((name) => !RARE.has(name) || isFilled(detail[name]));
  return (
    <table className="field-table">
      <caption className="visually-hidden">{t('commitment.fields')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('commitment.field')}</th>
          <th scope="col">{t('commitment.value')}</th>
          <th scope="col">{t('commitment.words')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((name) => {
          const evidence = wordsOf(detail, name);
          const light = () => onLight(evidence);
          const off = () => onLight([]);
          return (
            <tr key={name} onPointerEnter={light} onPointerLeave={off}>
              <th scope="row">{t(fieldId(name))}</th>
              <td dir="auto">{say(name, detail[name])}</td>
              <td lang={detail.language} dir="auto">
                {evidence.map((span) => (
                  <button
                    key={`${span.start}-${span.end}`}
                    type="button"
                    className="words"
                    onFocus={() => onLight([span])}
                    onBlur={off}
                    onPointerEnter={() => onLight([span])}
                    onPointerLeave={light}
                  >
                    {span.words}
                  </button>
                ))}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
