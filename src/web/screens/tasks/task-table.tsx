import { Link } from '@tanstack/react-router';
import { formatDate } from '../../../i18n/index.ts';
import { TASK_OPEN_PARTS } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { TaskList, TaskRow } from '../../data/tasks.ts';
import { useAsOf } from '../../parts/as-of.tsx';
import { useUnitNames } from '../../parts/unit-field.tsx';
import './tasks.css';

/** What of a task waits for somebody. */
function Waiting({ row, gone }: { readonly row: TaskRow; readonly gone: readonly string[] }) {
  const { t } = useSpeech();
  const counts = {
    ...row,
    words: row.commitments.filter((id) => gone.includes(id)).length,
    unresolved: row.unresolved.length,
  };
  const open = TASK_OPEN_PARTS.filter((part) => counts[part] > 0);
  return (
    <span className="task-waiting">
      {open.map((part) => (
        <span key={part} className={part === 'words' ? 'entity-note words-gone' : 'entity-note'}>
          {t(`task-open.${part}`, { count: counts[part] })}
        </span>
      ))}
    </span>
  );
}

function Row({
  row,
  gone,
  nameOf,
}: {
  readonly row: TaskRow;
  readonly gone: readonly string[];
  readonly nameOf: (unit: string) => string;
}) {
  const { locale, t } = useSpeech();
  const over = row.lifecycle === 'settled' || row.lifecycle === 'closed';
  return (
    <tr className={row.timeliness}>
      <td>
        <Link
          to="/tasks/$id"
          params={{ id: row.task_id }}
          search={{ asOf: useAsOf() }}
          className="task-link"
          dir="auto"
        >
          {row.title}
        </Link>
        <Waiting row={row} gone={gone} />
      </td>
      <td dir="auto">{nameOf(row.lead)}</td>
      <td className="task-due">
        {row.due ? formatDate(locale, row.due) : <span className="soft">{t('task.no-due')}</span>}
      </td>
      <td>
        <span className={`timeliness ${row.timeliness}`}>{t(`timeliness.${row.timeliness}`)}</span>
      </td>
      <td>{t(`lifecycle.${row.lifecycle}`)}</td>
      <td className="task-due">
        {row.report_to ? (
          formatDate(locale, row.report_by ?? row.report_to)
        ) : (
          <span className="soft">{row.every || over ? '–' : t('task.period-not-set')}</span>
        )}
        {row.report_to && !row.report_by && <span className="soft small"> {t('owed.day-not-set')}</span>}
      </td>
    </tr>
  );
}

/** Tasks with their lead, deadline, both axes of status and the next report. */
export function TaskTable({ list }: { readonly list: TaskList }) {
  const { t } = useSpeech();
  const nameOf = useUnitNames();
  return (
    <div className="table-frame">
      <table className="list-table">
        <thead>
          <tr>
            <th>{t('tasks.task')}</th>
            <th>{t('task.lead')}</th>
            <th>{t('task.due')}</th>
            <th>{t('tasks.timeliness')}</th>
            <th>{t('tasks.lifecycle')}</th>
            <th>{t('tasks.next-report')}</th>
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <Row key={row.task_id} row={row} gone={list.gone} nameOf={nameOf} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
