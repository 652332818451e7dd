import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDate } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { earlierOf, type LineageRow, threadQuery } from '../../data/lineage.ts';
import type { TaskDetail } from '../../data/tasks.ts';
import { useAsOf } from '../../parts/as-of.tsx';
import { useUnitNames } from '../../parts/unit-field.tsx';

function Words({ row }: { readonly row: LineageRow }) {
  const { locale, t } = useSpeech();
  return (
    <li>
      <span className="soft small" dir="auto">
        {row.workTitle} {row.path} {row.workDate && formatDate(locale, row.workDate)}
      </span>
      <Link to="/commitments/$id" params={{ id: row.id }} aria-label={`${t('task.chain-words')}: ${row.quote}`}>
        <q lang={row.language} dir="auto">
          {row.quote}
        </q>
      </Link>
    </li>
  );
}

/**
 * From what was agreed down to this task, in order: the words of the statement, those of each directive that carry them on, and the
 * tasks of which this is a part, level by level.
 */
export function WholeChain({ detail }: { readonly detail: TaskDetail }) {
  const { t } = useSpeech();
  const nameOf = useUnitNames();
  const { above, state } = detail;
  const asOf = useAsOf();
  const words = useQueries({
    // A thread is of today: of a past day the tasks above stand alone.
    queries: (asOf === undefined ? state.commitments : []).map((id) => threadQuery(id)),
    combine: (found) => {
      const rows = found.flatMap(({ data }) => [
        ...earlierOf(data).toReversed(),
        ...(data?.rows.filter(({ id }) => id === data.start) ?? []),
      ]);
      return [...new Map(rows.map((row) => [row.id, row])).values()];
    },
  });
  const ordered = words.toSorted((one, other) => ((one.workDate ?? '') < (other.workDate ?? '') ? -1 : 1));
  if (above.length === 0 && ordered.length < 2) return null;
  return (
    <section>
      <h2>{t('task.whole-chain')}</h2>
      <ol className="whole-chain">
        {ordered.map((row) => (
          <Words key={row.id} row={row} />
        ))}
        {above.toReversed().map((row) => (
          <li key={row.task_id}>
            <span className="soft small">{nameOf(row.lead)}</span>
            <Link to="/tasks/$id" params={{ id: row.task_id }} search={{ asOf }} dir="auto">
              {row.title}
            </Link>
            <span className={`timeliness small ${row.timeliness}`}>{t(`timeliness.${row.timeliness}`)}</span>
          </li>
        ))}
        <li aria-current="step">
          <span className="soft small">{nameOf(state.lead)}</span>
          <b dir="auto">{state.title}</b>
        </li>
      </ol>
    </section>
  );
}
