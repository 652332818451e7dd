import { useSpeech } from '../../app/locale.tsx';
import { useAsOf } from '../../parts/as-of.tsx';
import { useEntityText } from '../../parts/entity-text.ts';

/** Days before its end in which a term is said to end soon. */
const SOON = 90;

/** The last day of a term, and whether it is over or near. */
export function Ends({ day }: { readonly day: string | null }) {
  const { t } = useSpeech();
  const today = useAsOf() ?? new Date().toISOString();
  const say = useEntityText();
  if (day === null) return null;
  const end = new Date(`${day.length === 4 ? `${day}-12-31` : day.length === 7 ? `${day}-28` : day}T00:00:00Z`);
  const left = (end.getTime() - Date.parse(today)) / 86_400_000;
  const note = left < 0 ? t('fact.expired') : left < SOON ? t('fact.ends-soon') : '';
  return (
    <>
      {say.day(day)}
      {note !== '' && <span className={left < 0 ? 'entity-note' : 'entity-note warn'}>{note}</span>}
    </>
  );
}
