import { Problem } from '../kernel/index.ts';

/** What every log has: its actions numbered from 1, each of a type. */
interface Numbered {
  readonly sequence: number;
  readonly body: { readonly type: string };
}

/** An action that does not follow from the state before it. */
export function refused(action: string, state: string): Problem {
  return new Problem('action-not-allowed', { action, state });
}

/**
 * What each action of a log leads to, in order; `follow` is given null before the first.
 * @throws Problem `action-not-allowed` where the log is empty or has a gap, and what `follow` throws
 */
export function logSteps<Action extends Numbered, Progress>(
  actions: readonly Action[],
  follow: (before: Progress | null, action: Action) => Progress,
): Progress[] {
  const steps: Progress[] = [];
  for (const action of actions) {
    if (action.sequence !== steps.length + 1) throw refused(action.body.type, 'sequence');
    steps.push(follow(steps.at(-1) ?? null, action));
  }
  if (steps.length === 0) throw refused('none', 'none');
  return steps;
}
