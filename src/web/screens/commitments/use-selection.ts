import { useState } from 'react';
import type { Row } from '../../data/queries.ts';
import type { RegisterView } from './use-register.ts';

const NONE: ReadonlyMap<string, Row> = new Map();

/** The rows ticked; another narrowing lets go of them. */
export function useSelection({ key, rowAt, everyRow }: RegisterView) {
  const [state, setState] = useState({ key, rows: NONE, last: -1 });
  const rows = state.key === key ? state.rows : NONE;
  /** Ticks a row or takes the tick away; with `through`, all rows from the last ticked to it. */
  const toggle = (index: number, through = false) => {
    const next = new Map(rows);
    const from = through && state.last >= 0 && state.key === key ? Math.min(state.last, index) : index;
    const to = through && state.last >= 0 && state.key === key ? Math.max(state.last, index) : index;
    const on = !next.has(rowAt(index)?.id ?? '');
    for (let each = from; each <= to; each++) {
      const row = rowAt(each);
      if (row && on) next.set(row.id, row);
      else if (row) next.delete(row.id);
    }
    setState({ key, rows: next, last: index });
  };
  const clear = () => setState({ key, rows: NONE, last: -1 });
  const all = async () => {
    if (rows.size > 0) return clear();
    const every = await everyRow();
    setState({ key, rows: new Map(every.map((row) => [row.id, row])), last: -1 });
  };
  return { rows, toggle, clear, all };
}

export type Selection = ReturnType<typeof useSelection>;
