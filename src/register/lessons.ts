import { Problem } from '../kernel/index.ts';
import type { Lesson } from '../vocabulary/index.ts';

/** What a person taught, why, and a sentence that shows it. */
export interface LessonEntry {
  readonly lesson: Lesson;
  readonly why: string;
  readonly example: string;
}

/** What can be done to a lesson. Each is appended, none is ever changed. */
export type LessonActionBody =
  | { readonly type: 'teach'; readonly entry: LessonEntry }
  | { readonly type: 'change'; readonly entry: LessonEntry }
  /** Puts it out of force, or in force again. */
  | { readonly type: 'switch'; readonly on: boolean }
  /** Takes back the latest action that still stands; teaching taken back is out of force. */
  | { readonly type: 'undo'; readonly undoes: string };

export interface LessonAction {
  readonly id: string;
  /** 1-based, without gaps, per lesson. */
  readonly sequence: number;
  /** ISO instant, UTC. */
  readonly at: string;
  readonly by: string;
  readonly body: LessonActionBody;
}

/** The present state of a lesson: what its actions add up to. */
export interface LessonState {
  readonly entry: LessonEntry;
  readonly on: boolean;
  readonly version: number;
  /** The action that undo would take back, or null. */
  readonly undoable: string | null;
}

/**
 * The state a lesson's actions lead to.
 * @throws Problem `action-not-allowed` where the first does not teach, or an undo does not name the latest that stands
 */
export function reduceLesson(actions: readonly LessonAction[]): LessonState {
  const standing: LessonAction[] = [];
  for (const action of actions) {
    const { body } = action;
    if (body.type !== 'undo') standing.push(action);
    else if (standing.at(-1)?.id === body.undoes) standing.pop();
    else throw new Problem('action-not-allowed', { action: 'undo', state: 'lesson' });
  }
  const first = actions[0]?.body;
  if (first?.type !== 'teach')
    throw new Problem('action-not-allowed', { action: first?.type ?? 'none', state: 'none' });
  let entry = first.entry;
  let on = standing.length > 0;
  for (const { body } of standing) {
    if (body.type === 'change') entry = body.entry;
    if (body.type === 'switch') on = body.on;
  }
  return { entry, on, version: actions.length, undoable: standing.at(-1)?.id ?? null };
}
