import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { formatDate } from '../../../i18n/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import type { Detail } from '../../data/queries.ts';
import { useMayAssign } from '../../data/session.ts';
import { tasksQuery } from '../../data/tasks.ts';
import { useAsOf } from '../../parts/as-of.tsx';
import { AssignWindow } from '../../parts/assign-window.tsx';
import { useUnitNames } from '../../parts/unit-field.tsx';

/** Who was given the task of keeping a commitment, and the way to give it. */
export function TasksHere({ detail }: { readonly detail: Detail }) {
  const { locale, t } = useSpeech();
  const nameOf = useUnitNames();
  const asOf = useAsOf();
  const mayAssign = useMayAssign() && asOf === undefined;
  const [assigning, setAssigning] = useState(false);
  const rows = useQuery(tasksQuery({ commitment: detail.id, asOf })).data?.rows ?? [];
  return (
    <section aria-labelledby="tasks-here">
      <h2 id="tasks-here">{t('tasks.title')}</h2>
      {rows.length === 0 && <p className="small soft">{t('ledger.no-task')}</p>}
      <ul className="chain">
        {rows.map((row) => (
          <li key={row.task_id}>
            <Link to="/tasks/$id" params={{ id: row.task_id }} search={{ asOf }} dir="auto">
              {nameOf(row.lead)}
            </Link>
            <span className="small soft">{row.due ? formatDate(locale, row.due) : t('task.no-due')}</span>
            <span className={`timeliness ${row.timeliness}`}>{t(`timeliness.${row.timeliness}`)}</span>
          </li>
        ))}
      </ul>
      {mayAssign && (
        <Button className="button small" onPress={() => setAssigning(true)}>
          {t('task-action.assign')}
        </Button>
      )}
      {assigning && <AssignWindow rows={[detail]} onClose={() => setAssigning(false)} />}
    </section>
  );
}
