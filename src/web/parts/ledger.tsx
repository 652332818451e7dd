import { useState } from 'react';
import { Button } from 'react-aria-components';
import { actorName, formatDate, formatList } from '../../i18n/index.ts';
import { RATING_SCALES } from '../../register/index.ts';
import { useSpeech } from '../app/locale.tsx';
import type { Side, TaskOfSide, TwoSides } from '../data/sides.ts';
import { useFieldValue } from './field-text.ts';
import { fieldId } from './fields.ts';
import './ledger.css';
import { OtherSideWindow } from './other-side-window.tsx';
import { useUnitNames } from './unit-field.tsx';

/** Where the sides differ, in words: none where they do not. */
export function useDifferenceText(): (difference: TwoSides['differences'][number]) => string {
  const { t } = useSpeech();
  return ({ kind, field }) => {
    const id = field === undefined ? null : fieldId(field);
    return id === null ? t(`difference.${kind}` as 'difference.due') : t(id);
  };
}

function Ratings({ ratings }: Pick<TaskOfSide, 'ratings'>) {
  const { locale, t } = useSpeech();
  const say = (scale: string, value: string) =>
    RATING_SCALES.find(({ id }) => id === scale)?.steps.find(({ id }) => id === value)?.names[locale] ?? value;
  return ratings.map(({ from, scale, value, note, at }) => (
    <p key={`${from}${at}`} className="small">
      {t(`rated.${from}`)}: {say(scale, value)}
      {note && <q dir="auto">{note}</q>}
    </p>
  ));
}

/** A task as its side shows it, and what is kept back of it. */
function TaskHere({ task, own }: { readonly task: TaskOfSide; readonly own: boolean }) {
  const { locale, t } = useSpeech();
  const nameOf = useUnitNames();
  const [asking, setAsking] = useState<'rate' | 'dispute' | null>(null);
  return (
    <div className="ledger-task">
      <p>
        <b dir="auto">{nameOf(task.lead)}</b>{' '}
        <span className="badge">{t(task.outcome ? `outcome.${task.outcome}` : `lifecycle.${task.lifecycle}`)}</span>
      </p>
      <p className="small">{task.due ? t('ledger.due', { day: formatDate(locale, task.due) }) : t('task.no-due')}</p>
      {task.plan && (
        <p className="small" dir="auto">
          {t('task.plan')}: {task.plan.objective} {task.plan.product && `→ ${task.plan.product}`}
        </p>
      )}
      {task.report && (
        <p className="small" dir="auto">
          {t('ledger.report', { day: formatDate(locale, task.report.at.slice(0, 10)) })}: {task.report.text}
          {task.report.evidence.length > 0 && (
            <span className="soft">
              {' '}
              {t('task.evidence')}: {formatList(locale, task.report.evidence)}
            </span>
          )}
        </p>
      )}
      <Ratings ratings={task.ratings} />
      {task.dispute && (
        <p className="small failure-text" dir="auto">
          {t('lifecycle.disputed')}: {task.dispute}
        </p>
      )}
      {own ? (
        <p className="small soft">{t(`audience.${task.audience}`)}</p>
      ) : (
        task.kept.length > 0 && (
          <p className="small soft">
            {t('ledger.kept', {
              parts: formatList(
                locale,
                task.kept.map((part) => t(`task-field.${part}`)),
              ),
            })}
          </p>
        )
      )}
      {task.actions.map((type) => (
        <Button key={type} className="button small" onPress={() => setAsking(type)}>
          {t(`task-action.${type}`)}
        </Button>
      ))}
      {asking && <OtherSideWindow task={task} type={asking} onClose={() => setAsking(null)} />}
    </div>
  );
}

function Tasks({ side }: { readonly side: Side }) {
  const { t } = useSpeech();
  if (side.tasks.length === 0) {
    return <p className="small soft">{t(side.own ? 'ledger.no-task' : 'ledger.nothing-shared')}</p>;
  }
  return side.tasks.map((task) => <TaskHere key={task.id} task={task} own={side.own} />);
}

function Reading({ side }: { readonly side: Side }) {
  const { locale, t } = useSpeech();
  if (side.reading === null) return <span className="soft">{t('ledger.not-decided')}</span>;
  return (
    <>
      {t(`decision.${side.reading.decision}`)}{' '}
      <span className="small soft">{formatDate(locale, side.reading.at.slice(0, 10))}</span>
    </>
  );
}

/** One commitment as the sides have it, side beside side: reading, fields that differ, tasks; and what both hold. */
export function Ledger({ ledger }: { readonly ledger: TwoSides }) {
  const { locale, t } = useSpeech();
  const say = useFieldValue();
  const { sides, agreed, differences } = ledger;
  const fields = differences.flatMap(({ field }) => field ?? []);
  const label = (name: string) => {
    const id = fieldId(name);
    return id === null ? name : t(id);
  };
  return (
    <>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{t('commitment.field')}</span>
            </th>
            {sides.map(({ party, own }) => (
              <th key={party} scope="col">
                {actorName(locale, party)} {own && <span className="small soft">{t('ledger.own')}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('ledger.reading')}</th>
            {sides.map((side) => (
              <td key={side.party} data-party={actorName(locale, side.party)}>
                <Reading side={side} />
              </td>
            ))}
          </tr>
          {fields.map((field) => (
            <tr key={field} className="differs">
              <th scope="row">{label(field)}</th>
              {sides.map(({ party, reading }) => (
                <td key={party} data-party={actorName(locale, party)} dir="auto">
                  {say(field, (reading?.fields as Record<string, unknown> | undefined)?.[field])}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('tasks.title')}</th>
            {sides.map((side) => (
              <td key={side.party} data-party={actorName(locale, side.party)}>
                <Tasks side={side} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {agreed.length > 0 && (
        <p className="small soft">{t('ledger.agreed', { fields: formatList(locale, agreed.map(label)) })}</p>
      )}
    </>
  );
}
