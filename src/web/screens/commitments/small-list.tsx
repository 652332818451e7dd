import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';
import { actorName, formatList } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { Row } from '../../data/queries.ts';
import { useAsOf } from '../../parts/as-of.tsx';
import { DecisionMark } from '../../parts/decision-mark.tsx';
import { useDueText } from '../../parts/due-text.ts';
import { MarkLabel } from '../../parts/ladder.tsx';
import { Marked } from '../../parts/marked.tsx';
import type { RegisterView } from './use-register.ts';

const CARD_HEIGHT = 138;

function SmallRow({ row, query }: { readonly row: Row; readonly query: string | undefined }) {
  const { locale } = useSpeech();
  const due = useDueText()(row);
  return (
    <Link
      to="/commitments/$id"
      params={{ id: row.id }}
      search={{ asOf: useAsOf() }}
      className={`small-row ${row.decision}`}
    >
      <span className="card-line">
        <MarkLabel kind={row.kind} strength={row.strength} />
        <span className="card-actors">
          {formatList(
            locale,
            row.actors.map((id) => actorName(locale, id)),
          )}
        </span>
        <DecisionMark decision={row.decision} />
      </span>
      <span className="small-quote" lang={row.language} dir="auto">
        <Marked text={row.quote} query={query} />
      </span>
      <span className="small-facts">
        {row.workTitle}
        {due && <b> · {due}</b>}
      </span>
    </Link>
  );
}

/** The register on a small screen: a card a row. */
export function SmallList({
  register,
  scroller,
}: {
  readonly register: RegisterView;
  readonly scroller: RefObject<HTMLDivElement | null>;
}) {
  const { t } = useSpeech();
  const { total, rowAt, near, search } = register;
  const rows = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    overscan: 5,
  });
  const items = rows.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => near(first, last), [near, first, last]);
  return (
    <section ref={scroller} className="small-list" aria-label={t('register.table')}>
      <ul style={{ height: rows.getTotalSize() }}>
        {items.map((item) => {
          const row = rowAt(item.index);
          return (
            <li
              key={item.index}
              aria-setsize={total}
              aria-posinset={item.index + 1}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row ? <SmallRow row={row} query={search.q} /> : <span className="small-row skeleton" />}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
