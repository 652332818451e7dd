import { Link } from '@tanstack/react-router';
import { actorName, formatInterval, formatList } from '../../../i18n/index.ts';
import { direction } from '../../../kernel/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { LineageRow } from '../../data/lineage.ts';
import { MarkLabel } from '../../parts/ladder.tsx';

/** The exact words of a commitment, how strong it is, who and by when; the words open its thread or its page. */
export function Quoted({ row, to = 'thread' }: { readonly row: LineageRow; readonly to?: 'thread' | 'page' }) {
  const { locale } = useSpeech();
  const due = row.due && (formatInterval(locale, row.due.from, row.due.to) || row.due.text);
  const actors = formatList(
    locale,
    row.actors.map((id) => actorName(locale, id)),
  );
  const facts = [row.path, actors].filter((part) => part !== '').join(' · ');
  return (
    <div className="quoted-row">
      <p className="quoted-facts">
        <MarkLabel kind={row.kind} strength={row.strength} />
        {due && <b>{due}</b>}
        <span className="soft">{facts}</span>
      </p>
      <Link
        to={to === 'thread' ? '/commitments/$id/thread' : '/commitments/$id'}
        params={{ id: row.id }}
        className="quoted-words"
        lang={row.language === 'und' ? undefined : row.language}
        dir={direction(row.language)}
      >
        {row.quote}
      </Link>
    </div>
  );
}
