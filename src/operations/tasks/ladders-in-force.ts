import { ladderLogs, type Queries } from '../../db/index.ts';
import { type LadderState, reduceLadder, type WorkCalendar } from '../../register/index.ts';
import { rulesFor } from './rules-for.ts';

/** The ladder of a side in a relation with its working days: what it urges by. */
export interface LadderRules extends Pick<LadderState, 'ladder' | 'set'> {
  readonly calendar: WorkCalendar;
}

/** The ladders in force, of the sides the seat may see: read once, asked for each task. */
export async function laddersInForce(queries: Queries): Promise<(relation: string, party: string) => LadderRules> {
  const logs = new Map(
    (await ladderLogs(queries)).map((log) => [`${log[0]?.relation}|${log[0]?.party}` as string, log] as const),
  );
  const known = new Map<string, LadderRules>();
  return (relation, party) => {
    const key = `${relation}|${party}`;
    const { ladder, set } = known.get(key) ?? reduceLadder(relation, logs.get(key) ?? []);
    const rules = known.get(key) ?? { ladder, set, calendar: rulesFor(relation, party).calendar };
    known.set(key, rules);
    return rules;
  };
}
