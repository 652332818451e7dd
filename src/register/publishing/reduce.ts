import type { PublicationAction, PublicationState } from './model.ts';

type Standing = Pick<PublicationState, 'state' | 'withdrawnBy' | 'fields' | 'view'>;
const NOT_THERE: Standing = { state: 'withdrawn', withdrawnBy: null, fields: [], view: null };

/**
 * The state an item's actions lead to, oldest first; the first is always *publish*. Undo brings back what stood before the latest
 * action that stands; what was never public before is then withdrawn: its address was given out.
 */
export function reducePublication(log: readonly PublicationAction[]): PublicationState {
  const first = log[0];
  const last = log.at(-1);
  if (first?.body.type !== 'publish' || last === undefined) throw new Error('a publication begins by being published');
  const stood: Standing[] = [NOT_THERE];
  for (const { body, party } of log) {
    if (body.type === 'undo') {
      if (stood.length > 1) stood.pop();
    } else if (body.type === 'withdraw') stood.push({ ...NOT_THERE, withdrawnBy: party });
    else stood.push({ state: 'public', withdrawnBy: null, fields: body.fields, view: body.view });
  }
  const { kind, item, side } = first.body;
  return { kind, item, side, ...(stood.at(-1) ?? NOT_THERE), firstAt: first.at, changedAt: last.at };
}

/** Whether what another side withdrew is asked for: only that side makes it public again. */
export function withdrawnByOther(
  { state, withdrawnBy }: Pick<PublicationState, 'state' | 'withdrawnBy'>,
  party: string | null,
): boolean {
  return state === 'withdrawn' && withdrawnBy !== null && party !== null && withdrawnBy !== party;
}
