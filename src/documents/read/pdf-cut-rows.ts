import { DITTO } from '../../kernel/index.ts';
import { setBelow } from './pdf-lines.ts';
import type { Stretch } from './pdf-tables.ts';

type Rows = readonly (readonly string[])[];

/** A cell that is done with: what follows it in its column is something else. */
const STOPPED = /[.;:!?。；：！？]$/u;
const GOES_ON = /^[\p{Ll}\p{Lo}\d(,]/u;

/**
 * Puts what a page cuts off from the last row of a table back where it belongs. A table goes on where it is the last thing of one
 * page and the first of the next, with as many columns; below its head, where that is repeated, the first row is the rest of
 * the row before if nothing stands in its first cell and every other goes on with what stands above.
 * @param pages what stands on each page but for its running heads, in order
 */
export function joinCutRows(pages: readonly (readonly Stretch[])[]): Stretch[][] {
  const joined: Stretch[][] = [];
  let head: Rows = [];
  for (const page of pages) {
    const stretches = [...page];
    const before = joined.findLast((one) => one.length > 0);
    const [above, here] = [before?.at(-1), stretches[0]];
    const goesOn = above?.cells != null && here?.cells != null && widthOf(above.cells) === widthOf(here.cells);
    if (goesOn) {
      const again = repeated(head, here.cells);
      const [last, rest] = [above.cells.at(-1) ?? [], here.cells[again] ?? []];
      if (isRest(last, rest)) {
        const whole = last.map((cell, column) => joinedCell(cell, rest[column] ?? ''));
        before?.splice(-1, 1, { ...above, cells: [...above.cells.slice(0, -1), whole] });
        const left = here.cells.filter((_, row) => row !== again);
        // A page that held nothing but its rest leaves the table open for the next.
        stretches.splice(0, 1, ...(left.length > again ? [{ ...here, cells: left }] : []));
      }
    }
    const last = stretches.at(-1);
    if (last !== undefined && (last !== stretches[0] || !goesOn)) head = last.cells ?? [];
    joined.push(stretches);
  }
  return joined;
}

/** How many rows of the head of a table stand again above its rest. */
function repeated(head: Rows, rest: Rows): number {
  const same = (row: number) => head[row]?.join('|') === rest[row]?.join('|');
  let count = 0;
  while (count < head.length && count < rest.length && same(count)) count += 1;
  return count;
}

function isRest(last: readonly string[], rest: readonly string[]): boolean {
  const said = rest.flatMap((cell, column) => (cell.trim() === '' ? [] : [{ cell, above: last[column] ?? '' }]));
  return (
    (rest[0] ?? '').trim() === '' &&
    said.length > 0 &&
    said.every(({ cell, above }) => cell !== DITTO && above.trim() !== '' && above !== DITTO) &&
    said.some(({ cell, above }) => GOES_ON.test(cell) && !STOPPED.test(above))
  );
}

function joinedCell(above: string, below: string): string {
  return below.trim() === '' ? above : setBelow(above, below);
}

function widthOf(rows: Rows): number {
  return Math.max(...rows.map((row) => row.length));
}
