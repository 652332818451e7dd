import { addCounts, type CountedTask, type Counts, countTasks, NO_COUNTS } from './counts.ts';

/** Tasks counted in groups. The groups add up to the whole and to what stands in several of them, cell by cell. */
export interface Grouped {
  readonly whole: Counts;
  /** By the groups' keys, in the order in which they first occur; `null` holds what belongs to none. */
  readonly groups: ReadonlyMap<string | null, Counts>;
  /** What is counted more than once because it belongs to several groups: once less than the groups it stands in. */
  readonly repeated: Counts;
}

/**
 * Counts tasks by anything: sector, direction, work, mechanism. A task of several groups is counted in each, and once in the whole.
 * @param keysOf the groups a task belongs to; a group named twice counts once
 */
export function groupTasks<Task extends CountedTask>(
  tasks: readonly Task[],
  keysOf: (task: Task) => readonly string[],
): Grouped {
  const members = new Map<string | null, Task[]>();
  let repeated = NO_COUNTS;
  const once = [...new Map(tasks.map((task) => [task.id, task])).values()];
  for (const task of once) {
    const keys = new Set<string | null>(keysOf(task));
    if (keys.size === 0) keys.add(null);
    for (const key of keys) members.set(key, [...(members.get(key) ?? []), task]);
    for (let more = 1; more < keys.size; more += 1) repeated = addCounts(repeated, countTasks([task]));
  }
  const groups = new Map([...members].map(([key, own]) => [key, countTasks(own)]));
  return { whole: countTasks(once), groups, repeated };
}
