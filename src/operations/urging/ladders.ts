import { appendLadderAction, ladderLogs, textRelations } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { type Ladder, type LadderBody, maySetLadder, reduceLadder, type Seat } from '../../register/index.ts';
import { PROFILES } from '../../vocabulary/index.ts';
import type { Context } from '../context.ts';
import { relationOfText } from '../teaching/relation-of-text.ts';

/** The ladder by which a side urges in a relation, and where it comes from. */
export interface LadderView {
  readonly relation: string;
  readonly party: string;
  readonly ladder: Ladder;
  /** When and by whom it was set; null where the program's stands. */
  readonly set: { readonly at: string; readonly by: string } | null;
  readonly version: number;
  /** The seat may set it. */
  readonly keeps: boolean;
  /** Id of the action that set it, where the seat can take it back. */
  readonly undoes: string | null;
}

/** The ladders of the seat's side, or of all sides to a seat of none: one for each relation that has documents or a ladder of its own. */
export async function laddersOf({ database }: Context, seat: Seat): Promise<LadderView[]> {
  const { queries } = database;
  const logs = await ladderLogs(queries);
  const read = (await textRelations(queries)).map(({ relation, parties }) => relationOfText(relation, parties));
  const relations = [...new Set([...read, ...logs.map(([first]) => first?.relation ?? '')])].sort();
  return relations.flatMap((relation) =>
    partiesOf(relation)
      .filter((party) => seat.party === null || seat.party === party)
      .map((party) => {
        const log = logs.find(([first]) => first?.relation === relation && first.party === party) ?? [];
        const { ladder, set, version } = reduceLadder(relation, log);
        const keeps = maySetLadder(seat, party);
        return {
          ...{ relation, party, ladder, version, keeps, undoes: keeps ? (set?.id ?? null) : null },
          set: set && { at: set.at, by: set.by },
        };
      }),
  );
}

/** What is done about a ladder, naming the version it saw; 0 where nothing had been. */
export interface LadderDeed {
  readonly relation: string;
  readonly party: string;
  readonly version: number;
  readonly body: LadderBody;
}

/**
 * Sets the ladder of a side, or takes that back. What was urged stays as it was; the next run goes by the new one.
 * @throws Problem `seat-may-not`, `not-found` (relation), `changed-meanwhile`, `action-not-allowed`
 */
export async function changeLadder(
  context: Context,
  { relation, party, version, body }: LadderDeed,
  seat: Seat,
): Promise<LadderView[]> {
  if (!maySetLadder(seat, party)) throw new Problem('seat-may-not', { deed: 'ladder' });
  if (!(await laddersOf(context, seat)).some((one) => one.relation === relation && one.party === party)) {
    throw new Problem('not-found', { noun: 'relation', id: relation });
  }
  await context.database.write(async (queries) => {
    const log =
      (await ladderLogs(queries)).find(([first]) => first?.relation === relation && first.party === party) ?? [];
    if (log.length !== version) throw new Problem('changed-meanwhile', { noun: 'relation', id: relation });
    const at = context.clock.now();
    const action = { id: context.newId(), relation, party, sequence: version + 1, at, by: seat.hand, body };
    reduceLadder(relation, [...log, action]);
    await appendLadderAction(queries, action);
  });
  return laddersOf(context, seat);
}

/** The sides of a relation: of its profile, else those its id names. */
function partiesOf(relation: string): string[] {
  const profile = PROFILES.find(({ id }) => id === relation);
  if (profile !== undefined) return profile.parties.map(({ code }) => code);
  return /^[a-z]{2}(-[a-z]{2})+$/.test(relation) ? relation.split('-').map((code) => code.toUpperCase()) : [];
}
