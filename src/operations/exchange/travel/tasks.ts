import {
  allUnits,
  lockTask,
  openReferences,
  partnersTaking,
  putPartnerShare,
  type Queries,
  type SharedTaskRecord,
  taskActionsOf,
  wasTold,
} from '../../../db/index.ts';
import type { Reference } from '../../../exchange/index.ts';
import { Problem } from '../../../kernel/index.ts';
import { reduceTask, type Seat, type SharedTask, type TaskActionBody } from '../../../register/index.ts';
import type { Received, Receiver } from '../receivers.ts';
import { takeReferences } from './references.ts';
import { tellPartners } from './tell.ts';

/**
 * Tells partners what a side now shares of a task; of one that is shared no more, that it is not. Runs in the transaction of the
 * action on the task.
 */
export async function tellTask(
  queries: Queries,
  { id, party, version, at }: { id: string; party: string; version: number; at: string },
  shared: SharedTaskRecord | null,
): Promise<void> {
  const partners = await partnersTaking(queries, 'servanda.action', party);
  if (partners.length === 0) return;
  const said = { type: 'servanda.action', kind: 'task', id, class: 'shared', own: party, at, by: 'register' } as const;
  const references = shared === null ? [] : [...(await openReferences(queries, shared.commitments)).values()];
  if (shared === null || references.length === 0) {
    const told = await Promise.all(partners.map((one) => wasTold(queries, one.id, 'task', id)));
    if (!told.includes(true)) return;
    await tellPartners(queries, { ...said, data: () => ({ kind: 'task', id, version, party, ended: true }) });
    return;
  }
  const lead = (await allUnits(queries)).find((unit) => unit.id === shared.view.lead)?.names;
  const name = lead?.en?.[0] ?? lead?.vi?.[0] ?? lead?.zh?.[0] ?? '';
  const { audience } = shared;
  await tellPartners(queries, {
    ...said,
    data: () => ({
      kind: 'task',
      id,
      version,
      party,
      audience,
      commitments: references,
      task: { ...shared.view, lead: name },
    }),
  });
}

interface ActionData {
  readonly kind: string;
  readonly id: string;
  readonly version: number;
  readonly ended?: boolean;
  readonly commitments?: readonly Reference[];
  readonly task?: SharedTask;
  readonly audience?: string;
  readonly deed?: { task: string; type: string; scale?: string; value?: string; note?: string };
}

/** Keeps what a partner shares of a task, or does to a task of ours what the rules let the other side do. */
export const receiveAction: Receiver = async (queries, received) => {
  const { envelope, partner } = received;
  const data = envelope.data as unknown as ActionData;
  if (data.kind === 'deed') return doDeed(queries, received, data);
  if (data.kind !== 'task') throw new Problem('message-refused', { rule: 'field-form', field: 'kind' });
  const at = received.context.clock.now();
  await putPartnerShare(queries, {
    ...{ partner_id: partner.id, kind: 'task', id: data.id, own: partner.own, party: partner.party },
    ...{ version: data.version, at: envelope.time, ended: data.ended === true },
    view: { ...(data.task ?? {}), audience: data.audience ?? 'shared' },
    commitments: await takeReferences(queries, { partner, at }, data.commitments ?? []),
  });
};

/** What a seat of the partner does to a task of ours that it was told of: rate it, or dispute that it is done. */
async function doDeed(queries: Queries, { partner, context }: Received, { deed }: ActionData): Promise<void> {
  const id = deed?.task ?? '';
  const version = await lockTask(queries, id).catch(() => 0);
  if (version === 0 || !(await wasTold(queries, partner.id, 'task', id))) {
    throw new Problem('not-found', { noun: 'task', id });
  }
  const seat: Seat = { hand: partner.id, role: 'secretariat', party: partner.party, unit: null, units: [] };
  const { appendDeed } = await import('../../tasks/index.ts');
  if (reduceTask(await taskActionsOf(queries, id)).party !== partner.own)
    throw new Problem('not-found', { noun: 'task', id });
  await appendDeed(queries, context, { id, version, body: bodyOf(deed) }, seat);
}

function bodyOf(deed: ActionData['deed']): Extract<TaskActionBody, { type: 'rate' | 'dispute' }> {
  const { type, scale, value, note = '' } = deed ?? { type: '' };
  if (type === 'dispute') return { type: 'dispute', note };
  return { type: 'rate', from: 'other-side', scale, value, reason: null, note } as Extract<
    TaskActionBody,
    { type: 'rate' }
  >;
}
