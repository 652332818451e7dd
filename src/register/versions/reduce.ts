import { Problem } from '../../kernel/index.ts';
import type { Finding, FindingVerdict, VersionsAction, VersionsBody } from './model.ts';

export type LinkEdit = Extract<VersionsBody, { type: 'link' | 'unlink' }>;

/** The judgement that stands for a finding. */
export interface Judgement {
  readonly finding: Finding;
  readonly verdict: FindingVerdict;
  readonly note: string;
  readonly at: string;
  readonly by: string;
}

/** What people's actions on two texts add up to. */
export interface VersionsState {
  /** Links made and undone by hand, oldest first: a later one holds against an earlier. */
  readonly edits: readonly LinkEdit[];
  /** By the key of the finding. */
  readonly judgements: ReadonlyMap<string, Judgement>;
  /** Sequence of the last action, 0 before the first. */
  readonly version: number;
  /** The action that `undo` would take back, or null. */
  readonly undoable: string | null;
}

/**
 * The state that people's actions on two texts lead to.
 * @throws Problem `action-not-allowed` where the sequence has a gap or an undo names another than the latest standing action
 */
export function reduceVersions(actions: readonly VersionsAction[]): VersionsState {
  const standing = standingOf(actions);
  const judgements = new Map<string, Judgement>();
  const edits: LinkEdit[] = [];
  for (const { body, at, by } of standing) {
    if (body.type === 'link' || body.type === 'unlink') edits.push(body);
    if (body.type !== 'judge') continue;
    const { key, finding, verdict, note } = body;
    if (verdict === null) judgements.delete(key);
    else judgements.set(key, { finding, verdict, note, at, by });
  }
  return { edits, judgements, version: actions.length, undoable: standing.at(-1)?.id ?? null };
}

function standingOf(actions: readonly VersionsAction[]): VersionsAction[] {
  const standing: VersionsAction[] = [];
  for (const [index, action] of actions.entries()) {
    const { body, sequence } = action;
    if (sequence !== index + 1) throw new Problem('action-not-allowed', { action: body.type, state: 'sequence' });
    if (body.type !== 'undo') standing.push(action);
    else if (standing.pop()?.id !== body.undoes) {
      throw new Problem('action-not-allowed', { action: 'undo', state: 'none' });
    }
  }
  return standing;
}
