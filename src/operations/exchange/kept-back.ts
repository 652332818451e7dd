import { keptBack, type OutboxRecord, partners, type Queries } from '../../db/index.ts';
import { RELEASE_RULES } from '../../exchange/index.ts';
import type { Context } from '../context.ts';

/** Something that was to leave and did not, and why. */
export interface KeptBack {
  readonly partner: string;
  readonly partnerName: string;
  readonly type: OutboxRecord['type'];
  readonly subject: string;
  readonly at: string;
  readonly rule: (typeof RELEASE_RULES)[number] | null;
  readonly field: string;
}

/** What the gate keeps back of one thing of our side, for whoever shared it; of everything, for the secretariat. */
export async function listKeptBack({ database }: Context, subject: string | null): Promise<KeptBack[]> {
  return keptBackFor(database.queries, subject);
}

async function keptBackFor(queries: Queries, subject: string | null): Promise<KeptBack[]> {
  const rows = await keptBack(queries, subject);
  if (rows.length === 0) return [];
  const names = new Map((await partners(queries)).map(({ id, name }) => [id, name]));
  return rows.map(({ partner_id: partner, type, subject: about, made_at, failure }) => {
    const partnerName = names.get(partner) ?? partner;
    return { partner, partnerName, type, subject: about, at: new Date(made_at).toISOString(), ...reasonOf(failure) };
  });
}

/** The rule and field in what a refusal said of itself: its code, then its details as JSON. */
function reasonOf(failure: string | null): Pick<KeptBack, 'rule' | 'field'> {
  const details = /\{.*\}$/.exec(failure ?? '')?.[0] ?? '{}';
  const { rule, field } = JSON.parse(details) as { rule?: string; field?: string };
  return { rule: RELEASE_RULES.find((one) => one === rule) ?? null, field: field ?? '' };
}
