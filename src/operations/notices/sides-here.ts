import { partners, type Queries } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';

/** The sides that another node speaks for. */
export async function sidesElsewhere(queries: Queries): Promise<string[]> {
  const others = (await partners(queries)).filter(({ kind, state }) => kind === 'other-side' && state !== 'ended');
  return [...new Set(others.map(({ party }) => party))];
}

/** Of some sides those that are on this machine: no other node speaks for them. */
export async function sidesHere(queries: Queries, parties: readonly string[]): Promise<string[]> {
  const elsewhere = await sidesElsewhere(queries);
  return parties.filter((party) => !elsewhere.includes(party));
}

/** Nobody here acts for a side that another node speaks for, not even where no accounts are kept. @throws Problem `seat-may-not` */
export async function assertHere(queries: Queries, party: string, deed: string): Promise<void> {
  if ((await sidesHere(queries, [party])).length === 0) throw new Problem('seat-may-not', { deed });
}
