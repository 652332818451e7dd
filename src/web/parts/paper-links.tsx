import { Link } from '@tanstack/react-router';
import { FileText } from 'lucide-react';
import type { z } from 'zod';
import type { MessageId } from '../../i18n/index.ts';
import type { PaperSearch } from '../../server/contract/index.ts';
import { useSpeech } from '../app/locale.tsx';

type Opened = Partial<z.output<typeof PaperSearch>>;

/** Opens papers of what is on the page. */
export function PaperLinks({
  papers,
}: {
  readonly papers: readonly { readonly name: MessageId; readonly search: Opened }[];
}) {
  const { t } = useSpeech();
  return (
    <p className="paper-links">
      {papers.map(({ name, search }) => (
        <Link key={name} className="small" to="/papers" search={search}>
          <FileText size={13} aria-hidden /> {t(name)}
        </Link>
      ))}
    </p>
  );
}
