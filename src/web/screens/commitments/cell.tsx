import { Link } from '@tanstack/react-router';
import { actorName, formatDate, formatList, formatNumber, formatPercent, languageName } from '../../../i18n/index.ts';
import type { Column } from '../../../server/contract/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { Row } from '../../data/queries.ts';
import { useAsOf } from '../../parts/as-of.tsx';
import { DecisionMark } from '../../parts/decision-mark.tsx';
import { useDueText } from '../../parts/due-text.ts';
import { Ladder } from '../../parts/ladder.tsx';
import { Marked } from '../../parts/marked.tsx';

interface Props {
  readonly row: Row;
  readonly column: Column;
  readonly query: string | undefined;
}

/** Columns whose words are the document's own. */
const QUOTED: ReadonlySet<Column> = new Set(['action', 'instruments', 'mechanisms', 'places', 'targets', 'path']);

function usePlainText(): (row: Row, column: Column) => string {
  const { locale, t } = useSpeech();
  const due = useDueText();
  return (row, column) => {
    switch (column) {
      case 'date':
        return row.workDate ? formatDate(locale, row.workDate) : '';
      case 'kind':
        return t(`kind.${row.kind}`);
      case 'sector':
        return t(`sector.${row.sector}`);
      case 'actors':
        return formatList(
          locale,
          row.actors.map((id) => actorName(locale, id)),
        );
      case 'due':
        return due(row, true);
      case 'targets':
        return formatList(
          locale,
          row.targets.map(({ text }) => text),
        );
      case 'review':
        return row.review ? formatDate(locale, row.review) : '';
      case 'instruments':
      case 'mechanisms':
      case 'places':
        return formatList(locale, row[column]);
      case 'confidence':
        return formatPercent(locale, row.confidence);
      case 'language':
        return formatList(
          locale,
          [row.language, ...row.alsoIn].map((each) => languageName(locale, each)),
        );
      case 'work':
        return row.workTitle;
      case 'page':
        return row.page === null ? '' : t('page.short', { page: row.page });
      case 'file':
      case 'sha256':
        return row.source[column];
      case 'start':
      case 'end':
        return row.anchored ? formatNumber(locale, row.source[column]) : '';
      case 'action':
      case 'path':
        return row[column];
      default:
        return '';
    }
  };
}

/** What stands in one cell of the register. */
export function Cell({ row, column, query }: Props) {
  const { locale, t } = useSpeech();
  const plain = usePlainText();
  const asOf = useAsOf();
  if (column === 'quote') {
    const others = row.alsoIn.map((language) => languageName(locale, language));
    return (
      <>
        <Link
          to="/commitments/$id"
          params={{ id: row.id }}
          search={{ asOf }}
          tabIndex={-1}
          className="quote-link"
          lang={row.language}
          dir="auto"
        >
          <Marked text={row.quote} query={query} />
        </Link>
        {others.length > 0 && (
          <span className="also-in small soft">{t('cell.also-in', { languages: formatList(locale, others) })}</span>
        )}
      </>
    );
  }
  if (column === 'strength') {
    return (
      <span className={`mark-label ${row.kind}`}>
        <Ladder strength={row.strength} />
        {t(`strength.${row.strength}`)}
      </span>
    );
  }
  if (column === 'decision') return <DecisionMark decision={row.decision} />;
  return (
    <span dir="auto" lang={QUOTED.has(column) ? row.language : undefined}>
      {plain(row, column)}
    </span>
  );
}
