import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import { formatDate, formatNumber, formatPercent, type MessageId } from '../../../i18n/index.ts';
import { ROW_STATES, type SheetForm, sheetColumns } from '../../../register/index.ts';
import { useSpeech } from '../../app/locale.tsx';
import { type PlannedCell, type PlannedRow, type RowState, rowsQuery, type SheetRun } from '../../data/sheets.ts';
import { Failure, Skeleton } from '../../parts/states.tsx';

type Fault = NonNullable<PlannedRow['fault']>;

/** What is wrong, in words; a rule of tasks is said with its own sentence. */
function useFaultText(): (fault: Fault) => string {
  const { t } = useSpeech();
  return ({ code, details }) => {
    const rule = details.rule === undefined ? '' : t(`task-rule.${details.rule}` as MessageId, {});
    const known = rule.startsWith('task-rule.') ? String(details.rule) : rule;
    return t(`sheet-fault.${code}`, { ...details, rule: known });
  };
}

function Cell({ cell, form }: { readonly cell: PlannedCell; readonly form: SheetForm }) {
  const { locale, t } = useSpeech();
  const say = useFaultText();
  const column = sheetColumns(form, locale).find(({ id }) => id === cell.column);
  const show = (value: PlannedCell['to']) => {
    if (value === null) return t('sheets.empty-cell');
    if (column?.kind === 'day' && /^\d{4}-\d\d-\d\d$/.test(String(value))) return formatDate(locale, String(value));
    return column?.choices.find((choice) => choice.value === String(value))?.label ?? String(value);
  };
  return (
    <li className={`sheet-cell ${cell.state}`}>
      {cell.cell && <code>{cell.cell}</code>}{' '}
      <span className="soft">{column?.title ?? t(`sheet-column.${cell.column}` as MessageId)}</span>
      <span className="sheet-values" dir="auto">
        {cell.state !== 'fault' && <del>{show(cell.from)}</del>} <ins>{show(cell.to)}</ins>
      </span>
      {cell.formula && !cell.fault && <span className="soft small">{t('sheets.formula')}</span>}
      {cell.state === 'conflict' && (
        <span className="failure-text small">{t('sheets.conflict', { base: show(cell.base) })}</span>
      )}
      {cell.fault && <span className="failure-text small">{say(cell.fault)}</span>}
    </li>
  );
}

function Row({
  row,
  form,
  taken,
  onTake,
}: {
  readonly row: PlannedRow;
  readonly form: SheetForm;
  readonly taken: boolean;
  readonly onTake: (taken: boolean) => void;
}) {
  const { locale, t } = useSpeech();
  const say = useFaultText();
  const choosable = row.state === 'change' || row.state === 'unsure';
  return (
    <tr>
      <td className="task-due">
        {choosable && (
          <Checkbox
            className="checkbox"
            isSelected={taken}
            onChange={onTake}
            aria-label={t('sheets.take-row', { row: row.row })}
          >
            <span className="checkbox-box">✓</span>
          </Checkbox>
        )}{' '}
        {t('sheets.row', { row: row.row })}
      </td>
      <td dir="auto">
        {row.of?.noun === 'task' && (
          <Link to="/tasks/$id" params={{ id: row.of.id }} className="task-link">
            {row.of.title}
          </Link>
        )}
        {row.of?.noun === 'commitment' && (
          <Link to="/commitments/$id" params={{ id: row.of.id }} className="task-link sheet-quote">
            {row.of.title}
          </Link>
        )}
        {row.moved && <span className="soft small">{t('sheets.moved')} </span>}
        {row.confidence !== null && (
          <span className="soft small">{t('sheets.matched', { share: formatPercent(locale, row.confidence) })}</span>
        )}
        {row.fault && <span className="failure-text small">{say(row.fault)}</span>}
      </td>
      <td>
        <ul className="sheet-cells">
          {row.cells.map((cell) => (
            <Cell key={cell.column} cell={cell} form={form} />
          ))}
        </ul>
      </td>
    </tr>
  );
}

/** What of the whole sheet is to be known. */
function Notes({ run }: { readonly run: SheetRun }) {
  const { locale, t } = useSpeech();
  if (run.notes.length === 0) return null;
  const titles = new Map(
    (['commitments', 'tasks', 'reports'] as const).flatMap((form) =>
      sheetColumns(form, locale).map(({ id, title }) => [id, title] as const),
    ),
  );
  return (
    <ul className="soft small sheet-notes">
      {run.notes.map(({ code, details }) => (
        <li key={`${code}${JSON.stringify(details)}`}>
          {t(`sheet-note.${code}`, {
            ...details,
            column: titles.get(String(details.column ?? '')) ?? String(details.column ?? ''),
          })}
        </li>
      ))}
    </ul>
  );
}

/** The dry run of a sheet: its rows by what would become of them, and the button that does it. */
export function PlanView({
  run,
  onApply,
  onClose,
}: {
  readonly run: SheetRun;
  readonly onApply: (chosen: { skip: number[]; take: number[] }) => void;
  readonly onClose: () => void;
}) {
  const { locale, t } = useSpeech();
  const [show, setShow] = useState<RowState>(ROW_STATES.find((state) => run.counts[state] > 0) ?? 'same');
  const [offset, setOffset] = useState(0);
  const [skip, setSkip] = useState<ReadonlySet<number>>(new Set());
  const [take, setTake] = useState<ReadonlySet<number>>(new Set());
  const { data, error, refetch } = useQuery(rowsQuery(run, show, offset));
  const form: SheetForm = run.form === 'foreign' || run.form === null ? 'tasks' : run.form;
  const count = run.counts.change - skip.size + take.size;
  const toggle = (set: ReadonlySet<number>, row: number, on: boolean) =>
    new Set(on ? [...set, row] : [...set].filter((one) => one !== row));
  return (
    <section className="sheet-plan">
      <h2 dir="auto">{t('sheets.would', { file: run.file, sheet: run.sheet ?? '' })}</h2>
      <Notes run={run} />
      <ul className="count-list">
        {ROW_STATES.map((state) => (
          <li key={state}>
            <Button
              className={`count-link sheet-count ${state} ${show === state ? 'chosen' : ''}`}
              onPress={() => {
                setShow(state);
                setOffset(0);
              }}
            >
              <b>{formatNumber(locale, run.counts[state])}</b> {t(`sheet-row.${state}`)}
            </Button>
          </li>
        ))}
      </ul>
      <div className="sheet-actions">
        <Button
          className="button primary"
          isDisabled={count === 0}
          onPress={() => onApply({ skip: [...skip], take: [...take] })}
        >
          {t('sheets.apply', { count })}
        </Button>
        <Button className="button" onPress={onClose}>
          {t('sheets.leave')}
        </Button>
        <span className="soft small">{t('sheets.can-undo')}</span>
      </div>
      {error && <Failure error={error} retry={() => void refetch()} />}
      {!data && !error && <Skeleton lines={5} />}
      {data && data.rows.length > 0 && (
        <div className="table-frame">
          <table className="list-table sheet-table">
            <tbody>
              {data.rows.map((row) => (
                <Row
                  key={row.row}
                  row={row}
                  form={form}
                  taken={row.state === 'unsure' ? take.has(row.row) : !skip.has(row.row)}
                  onTake={(on) =>
                    row.state === 'unsure' ? setTake(toggle(take, row.row, on)) : setSkip(toggle(skip, row.row, !on))
                  }
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {data && data.found > 200 && (
        <p className="sheet-actions">
          <Button className="button small" isDisabled={offset === 0} onPress={() => setOffset(offset - 200)}>
            {t('sheets.earlier')}
          </Button>
          <span className="soft small">
            {t('sheets.stretch', { from: offset + 1, to: Math.min(offset + 200, data.found), total: data.found })}
          </span>
          <Button
            className="button small"
            isDisabled={offset + 200 >= data.found}
            onPress={() => setOffset(offset + 200)}
          >
            {t('sheets.later')}
          </Button>
        </p>
      )}
    </section>
  );
}
