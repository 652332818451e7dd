import type { FieldName } from '../../commitments/index.ts';
import { sameValue } from '../same-value.ts';
import type { SideReading } from './reading.ts';
import type { SharedTask } from './shared-task.ts';

/** Where two sides do not say the same of one commitment. */
export type SideDifference =
  | { readonly kind: 'decision' }
  | { readonly kind: 'field'; readonly field: FieldName }
  | { readonly kind: 'lead' | 'due' | 'status' | 'rating' | 'dispute' };

/** One side of a commitment, as far as the asking seat sees it. */
export interface Side {
  readonly party: string;
  readonly reading: SideReading | null;
  readonly tasks: readonly SharedTask[];
}

/**
 * What the sides agree on and what not, computed from what is seen of them alone. A side that has not decided, or keeps a part
 * back, differs in nothing there.
 */
export function compareSides(sides: readonly Side[]): {
  readonly agreed: FieldName[];
  readonly differences: SideDifference[];
} {
  const readings = sides.flatMap(({ reading }) => reading ?? []);
  const rejected = readings.filter(({ decision }) => decision === 'rejected');
  const differences: SideDifference[] = [];
  const agreed: FieldName[] = [];
  if (rejected.length > 0 && rejected.length < readings.length) differences.push({ kind: 'decision' });
  const [first, ...others] = readings.filter(({ decision }) => decision !== 'rejected');
  for (const field of first === undefined ? [] : (Object.keys(first.fields) as FieldName[])) {
    const same = others.every((other) => sameValue(other.fields[field], first?.fields[field]));
    if (!same) differences.push({ kind: 'field', field });
    else if (others.length > 0 && isSaid(first?.fields[field])) agreed.push(field);
  }
  return { agreed, differences: [...differences, ...ofTasks(sides)] };
}

/** What both leave empty they do not hold together. */
function isSaid(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0);
}

function ofTasks(sides: readonly Side[]): SideDifference[] {
  const found: SideDifference[] = [];
  const tasks = sides.flatMap((side) => side.tasks);
  const holds = (differs: boolean, kind: 'lead' | 'due' | 'status' | 'rating' | 'dispute') =>
    void (differs && found.push({ kind }));
  const apart = (values: readonly unknown[]) => new Set(values).size > 1;
  const withTasks = sides.filter((side) => side.tasks.length > 0);
  holds(withTasks.length > 0 && withTasks.length < sides.length, 'lead');
  holds(apart(tasks.flatMap(({ due }) => due ?? [])) && withTasks.length > 1, 'due');
  holds(withTasks.length > 1 && apart(withTasks.map(outcomesOf)), 'status');
  holds(tasks.some(ratedApart), 'rating');
  holds(
    tasks.some(({ lifecycle }) => lifecycle === 'disputed'),
    'dispute',
  );
  return found;
}

/** How far a side says it is: what was settled as what, or that it is under way. */
function outcomesOf({ tasks }: Side): string {
  return [...new Set(tasks.map(({ outcome }) => outcome ?? 'open'))].sort().join();
}

/** The task's own side and the other rated it otherwise on one scale; the later rating of its own side counts. */
function ratedApart({ ratings }: SharedTask): boolean {
  const other = ratings.findLast(({ from }) => from === 'other-side');
  const own = ratings.findLast(({ from, scale }) => from !== 'other-side' && scale === other?.scale);
  return other !== undefined && own !== undefined && own.value !== other.value;
}
