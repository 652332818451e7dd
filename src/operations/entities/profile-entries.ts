import { createHash } from 'node:crypto';
import {
  appendEntityActions,
  type EntityRecord,
  type EntryAction,
  entityActions,
  keepProfileEdition,
  profileEdition,
  putEntities,
  type Queries,
} from '../../db/index.ts';
import { INTERNATIONAL } from '../../entities/index.ts';
import {
  bodyEntry,
  entryId,
  type ProfileEntry,
  profileEntries,
  reduceEntity,
  sameValue,
} from '../../register/index.ts';
import { PROFILES } from '../../vocabulary/index.ts';
import type { Context } from '../context.ts';
import { entityRecord } from './entity-record.ts';

type Hand = Pick<Context, 'clock' | 'newId'>;

/** Who enters what the product knows. */
const RULES = 'rules';

/**
 * Brings the registers of a relation to the edition of its profile in this program. What people decided or changed stays:
 * the profile is proposed again under it.
 */
export async function ensureProfile(queries: Queries, hand: Hand, profileId: string): Promise<void> {
  const profile = PROFILES.find(({ id }) => id === profileId);
  if (profile === undefined) return;
  const entries = profileEntries(profile);
  const edition = createHash('sha256').update(JSON.stringify(entries)).digest('hex');
  if ((await profileEdition(queries, profileId)) === edition) return;
  await proposeEntries(queries, hand, profileId, entries);
  await keepProfileEdition(queries, profileId, edition);
}

/** Enters the bodies of the world that a text names into the registers of its relation. */
export async function ensureInternational(
  queries: Queries,
  hand: Hand,
  relation: string,
  ids: ReadonlySet<string>,
): Promise<void> {
  const named = INTERNATIONAL.filter(({ id }) => ids.has(entryId(relation, 'body', id)));
  const entries = named.map(({ parent: _, ...body }) => bodyEntry(relation, body, new Set()));
  if (entries.length > 0) await proposeEntries(queries, hand, relation, entries);
}

async function proposeEntries(
  queries: Queries,
  { clock, newId }: Hand,
  relation: string,
  entries: readonly ProfileEntry[],
): Promise<void> {
  const logs = await entityActions(
    queries,
    entries.map(({ id }) => id),
  );
  const added: EntryAction[] = [];
  const records: EntityRecord[] = [];
  for (const { id, kind, fields, unsure } of entries) {
    const log = logs.get(id) ?? [];
    const before = log.length === 0 ? null : reduceEntity(log);
    if (
      before !== null &&
      sameValue(before.base, fields) &&
      (before.unsure === unsure || before.decision !== 'undecided')
    )
      continue;
    const body = { type: 'propose', origin: 'profile', fields, unsure } as const;
    const action = { entityId: id, id: newId(), sequence: log.length + 1, at: clock.now(), by: RULES, body };
    added.push(action);
    const state = reduceEntity([...log, action]);
    records.push(entityRecord({ id, relation, kind }, state, state.mergedInto ?? id));
  }
  await putEntities(queries, records);
  await appendEntityActions(queries, added);
}
