import { Link } from '@tanstack/react-router';
import { FileText } from 'lucide-react';
import { useSpeech } from '../../app/locale.tsx';

/** Opens the formal letter to a unit over all it leads that is overdue. */
export function LetterLink({ party, unit }: { readonly party?: string; readonly unit: string }) {
  const { t } = useSpeech();
  return (
    <Link
      className="small letter-link"
      to="/papers"
      search={{ kind: 'urging', unit, ...(party !== undefined && { party }) }}
    >
      <FileText size={13} aria-hidden /> {t('urgings.letter')}
    </Link>
  );
}
