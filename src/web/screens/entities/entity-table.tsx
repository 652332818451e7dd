import { Link } from '@tanstack/react-router';
import { AlertTriangle, Check, CopyMinus } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import { useSpeech } from '../../app/locale.tsx';
import type { EntityRow } from '../../data/entities.ts';
import { useAsOf, useMayNow } from '../../parts/as-of.tsx';
import { useEntityText } from '../../parts/entity-text.ts';
import type { DecideOnEntity } from '../../parts/use-entity-decisions.ts';
import { ENTITY_COLUMNS } from './columns.tsx';
import { EntityBulkBar } from './entity-bulk-bar.tsx';
import { EntityName } from './entity-name.tsx';
import { type EntityBulk, useEntityBulk } from './use-bulk.ts';

/** What a person should look at before relying on the entry. */
function Notes({ row }: { readonly row: EntityRow }) {
  const { t } = useSpeech();
  const say = useEntityText();
  const asOf = useAsOf();
  return (
    <span className="entity-notes">
      {row.unsure && <span className="entity-note">{t('entities.unsure')}</span>}
      {row.contradictions > 0 && (
        <span className="entity-note warn">
          <AlertTriangle size={12} aria-hidden />
          {t('entities.contradictory', { count: row.contradictions })}
        </span>
      )}
      {row.duplicate && row.state === 'proposed' && (
        <Link
          to="/registers/$kind/$id"
          params={{ kind: row.kind, id: row.duplicate.id }}
          search={{ asOf }}
          className="entity-note"
        >
          <CopyMinus size={12} aria-hidden />
          {t('entities.maybe-same', { name: say.name(row.duplicate.names) })}
        </Link>
      )}
    </span>
  );
}

function Decide({ row, decide }: { readonly row: EntityRow; readonly decide: DecideOnEntity }) {
  const { t } = useSpeech();
  const may = useMayNow('decide');
  if (row.state !== 'proposed' || !may) {
    return <span className={`entity-state ${row.state}`}>{t(`entity-state.${row.state}`)}</span>;
  }
  return (
    <Button
      className="button small"
      aria-label={t('decide.confirm')}
      onPress={() => void decide(row, { type: 'confirm' })}
    >
      <Check size={13} aria-hidden />
      {t('decide.confirm')}
    </Button>
  );
}

/** Up and down go from row to row; C confirms a proposal, X rejects it as no name, Space ticks it. */
function useRowKeys(decide: DecideOnEntity, bulk: EntityBulk, rows: readonly EntityRow[]) {
  const may = useMayNow('decide');
  const body = useRef<HTMLTableSectionElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const links = [...(body.current?.querySelectorAll<HTMLElement>('.entity-link') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLElement);
    if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = event.key === 'ArrowDown' ? at + 1 : event.key === 'ArrowUp' ? at - 1 : -1;
    const row = rows[at];
    const key = event.key.toLowerCase();
    if (links[to]) links[to].focus();
    else if (!may || row?.state !== 'proposed') return;
    else if (key === 'c') void decide(row, { type: 'confirm' });
    else if (key === 'x') void decide(row, { type: 'reject', reason: 'no-name', note: '' });
    else if (key === ' ') bulk.toggle(row.id);
    else return;
    if (key === 'c' || key === 'x') (links[at + 1] ?? links[at - 1])?.focus();
    event.preventDefault();
  };
  return { body, onKeyDown };
}

/** The entries of one register. */
export function EntityTable({
  rows,
  decide,
}: {
  readonly rows: readonly EntityRow[];
  readonly decide: DecideOnEntity;
}) {
  const { t } = useSpeech();
  const say = useEntityText();
  const bulk = useEntityBulk(rows);
  const asOf = useAsOf();
  const may = useMayNow('decide');
  const { body, onKeyDown } = useRowKeys(decide, bulk, rows);
  const [first] = rows;
  if (!first) return null;
  const columns = ENTITY_COLUMNS[first.kind];
  return (
    <>
      {may && <EntityBulkBar bulk={bulk} />}
      <table className="entity-table">
        <thead>
          <tr>
            <th scope="col">{t('entity-column.name')}</th>
            {columns.map(({ id }) => (
              <th key={id} scope="col">
                {t(id)}
              </th>
            ))}
            <th scope="col" className="number">
              {t('entity-column.mentions')}
            </th>
            <th scope="col" className="number">
              {t('entity-column.commitments')}
            </th>
            <th scope="col">{t('entity-column.state')}</th>
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={onKeyDown}>
          {rows.map((row) => (
            <tr key={row.id} className={row.state}>
              <td className="entity-name-cell">
                {may && row.state === 'proposed' && (
                  <Checkbox
                    className="checkbox entity-tick"
                    aria-label={t('entities.tick')}
                    isSelected={bulk.chosen.includes(row)}
                    onChange={() => bulk.toggle(row.id)}
                  >
                    <span className="checkbox-box">✓</span>
                  </Checkbox>
                )}
                <EntityName row={row} />
                <Notes row={row} />
              </td>
              {columns.map(({ id, cell }) => (
                <td key={id} data-label={t(id)} dir="auto">
                  {cell(row, say)}
                </td>
              ))}
              <td className="number" data-label={t('entity-column.mentions')}>
                {row.mentions === 0 ? '' : say.number(row.mentions)}
              </td>
              <td className="number" data-label={t('entity-column.commitments')}>
                {row.commitments > 0 && (
                  <Link to="/commitments" search={{ entity: [row.id], asOf }}>
                    {say.number(row.commitments)}
                  </Link>
                )}
              </td>
              <td>
                <Decide row={row} decide={decide} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
