import { listNoticeRecords } from '../../db/index.ts';
import { type GateHours, type GateStatus, gateHours, gateStatuses } from '../../notices/index.ts';
import type { Context } from '../context.ts';

const LIMIT = 2_000;
/** A day is over only when it is over by every clock. */
const DAY_MS = 86_400_000;

export interface GateCalendar {
  readonly now: string;
  readonly hours: readonly GateHours[];
  readonly statuses: readonly GateStatus[];
}

/** Hours of gates that all sides agreed to, from today on, and what was last said of each gate. */
export async function gateCalendar({ database, clock }: Context): Promise<GateCalendar> {
  const now = clock.now();
  const [proposals, statuses] = await Promise.all(
    ['hours-proposal', 'gate-status'].map((type) => listNoticeRecords(database.queries, { type }, LIMIT)),
  );
  const yesterday = new Date(Date.parse(now) - DAY_MS).toISOString().slice(0, 10);
  return { now, hours: gateHours(proposals ?? [], yesterday), statuses: gateStatuses(statuses ?? [], now) };
}
