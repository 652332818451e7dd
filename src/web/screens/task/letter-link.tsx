import { FileText } from 'lucide-react';
import { useSpeech } from '../../app/locale.tsx';
import { writeQuery } from '../../client.ts';

/** Saves the draft of a formal letter to a unit over all it leads that is overdue. */
export function LetterLink({ unit }: { readonly unit: string }) {
  const { locale, t } = useSpeech();
  return (
    <a className="small letter-link" href={`/api/urgings/letter.docx?${writeQuery({ unit, locale })}`} download>
      <FileText size={13} aria-hidden /> {t('urgings.letter')}
    </a>
  );
}
