import { Link } from '@tanstack/react-router';
import { memo, useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import { actorName, formatList } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { ReaderRow } from '../../data/queries.ts';
import { DecisionMark } from '../../parts/decision-mark.tsx';
import { useDueText } from '../../parts/due-text.ts';
import { FieldList } from '../../parts/field-list.tsx';
import { MarkLabel } from '../../parts/ladder.tsx';
import { Parallels } from '../../parts/parallels.tsx';
import { ReviewDay } from '../../parts/review-day.tsx';
import './cards.css';
import { DecidePanel } from './decide-panel.tsx';
import type { Reading } from './use-reading.ts';

/** A commitment in the margin, as small as it can be said: how strong, what, who, when. */
export const SmallCard = memo(function SmallCard({
  row,
  aside,
  onChoose,
}: {
  readonly row: ReaderRow;
  /** Out of the way of the Tab key, while another is being corrected. */
  readonly aside: boolean;
  readonly onChoose: (id: string) => void;
}) {
  const { locale } = useSpeech();
  const due = useDueText()(row);
  const actors = formatList(
    locale,
    row.actors.map((id) => actorName(locale, id)),
  );
  return (
    <Button className={`card small-card ${row.decision}`} excludeFromTabOrder={aside} onPress={() => onChoose(row.id)}>
      <span className="card-line">
        <MarkLabel kind={row.kind} strength={row.strength} />
        <span className="card-actors">{[actors, due].filter((part) => part).join(' · ')}</span>
        <DecisionMark decision={row.decision} quiet />
      </span>
      <span className="card-quote" lang={row.language} dir="auto">
        {row.quote}
      </span>
    </Button>
  );
});

/**
 * Keeps the focus with the work: a button that was pressed goes away with its card, or with its form; the card that
 * stands there next takes the focus over.
 */
function useFocusBack({ mode, heldFocus }: Reading) {
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    if (mode !== 'look' || !heldFocus.current) return;
    heldFocus.current = false;
    card.current?.focus({ preventScroll: true });
  }, [mode, heldFocus]);
  return card;
}

/** The chosen commitment: everything known about it, and what to do with it. */
export function ChosenCard({ reading, row }: { readonly reading: Reading; readonly row: ReaderRow }) {
  const { t } = useSpeech();
  const card = useFocusBack(reading);
  return (
    <section ref={card} tabIndex={-1} className="card chosen-card" aria-label={t('reader.chosen')} aria-current="true">
      <div className="card-line">
        <MarkLabel kind={row.kind} strength={row.strength} />
        <span className="card-path">
          {[row.path, row.page === null ? '' : t('page.short', { page: row.page })].filter(Boolean).join(' · ')}
        </span>
        <DecisionMark decision={row.decision} />
      </div>
      {reading.mode !== 'edit' && <FieldList row={row} skip={['kind', 'strength']} filled />}
      {reading.mode === 'look' && <ReviewDay row={row} />}
      <DecidePanel reading={reading} row={row} />
      {reading.mode === 'look' && <Parallels row={row} />}
      {reading.mode === 'look' && (
        <p className="card-ways">
          <Link className="card-more" to="/commitments/$id" params={{ id: row.id }}>
            {t('reader.open-commitment')}
          </Link>
          <Link className="card-more" to="/commitments/$id/thread" params={{ id: row.id }}>
            {t('thread.open')}
          </Link>
        </p>
      )}
    </section>
  );
}
