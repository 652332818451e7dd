import { appendActions, type CommitmentAction, type Database, insertRows, type Tables } from '../src/db/index.ts';
import type { ActionBody } from '../src/register/index.ts';

/** The hands that decide: of one side, and of the other. */
export const HANDS = { VN: 'holding-VN', CN: 'holding-CN' } as const;
/** Logs entered together. */
const AT_A_TIME = 1_000;
const DAY_MS = 86_400_000;
const BEGIN = Date.parse('2024-02-01T02:00:00.000Z');

type Row = Pick<
  Tables['commitment'],
  | ('id' | 'kind' | 'actors' | 'action' | 'strength' | 'sector' | 'instruments' | 'mechanisms' | 'places' | 'quote')
  | ('span_start' | 'span_end' | 'confidence' | 'decision')
>;

/** What the rules said of a made-up commitment. */
export function proposalOf(row: Row): ActionBody {
  return {
    type: 'propose',
    fields: {
      ...{ kind: row.kind, actors: row.actors, action: row.action, strength: row.strength, sector: row.sector },
      ...{ instruments: row.instruments, mechanisms: row.mechanisms, places: row.places, due: null, targets: [] },
      ...{ lead: null, coordinators: [], report: null },
    },
    span: { start: row.span_start, end: row.span_end },
    quote: row.quote,
    basis: { confidence: row.confidence, why: [], evidence: {} },
  };
}

/** Proposed; confirmed by one side; and where it was corrected, by the other. */
function logOf(row: Row, index: number): CommitmentAction[] {
  const decided: (readonly [string, ActionBody])[] = [
    ['rules', proposalOf(row)],
    [HANDS.VN, { type: 'confirm' }],
    [HANDS.CN, { type: 'correct', fields: { strength: row.strength === 'study' ? 'promote' : 'study' } }],
  ];
  const length = { undecided: 1, confirmed: 2, corrected: 3, rejected: 2 }[row.decision];
  return decided.slice(0, length).map(([by, body], at) => ({
    ...{ id: `${row.id}-${at}`, commitmentId: row.id, sequence: at + 1, by, body },
    at: new Date(BEGIN + (((index * 7) % 700) + at * 100) * DAY_MS).toISOString(),
  }));
}

/** Enters the logs of the commitments that are there. */
export async function fillDecisions(database: Database): Promise<void> {
  const rows = await database.queries.selectFrom('commitment').selectAll().orderBy('id').execute();
  for (let from = 0; from < rows.length; from += AT_A_TIME) {
    const logs = rows.slice(from, from + AT_A_TIME).flatMap((row, at) => logOf(row, from + at));
    await database.write((queries) => appendActions(queries, logs));
  }
}

/** Enters the units, each side's office and the people who decide. */
export async function fillOffices(database: Database, units: readonly string[]): Promise<void> {
  await database.write(async (queries) => {
    const unit = (id: string, party: string, parent: string | null) => {
      const none = { from: null, until: null, successor: null, entity: null, code: null };
      return { id, party, parent, names: { en: [`Office ${id}`] }, version: 1, ...none };
    };
    const offices = (['VN', 'CN'] as const).map((party) => ({ party, id: party === 'VN' ? 'office' : 'their-office' }));
    await insertRows(queries, 'unit', [
      ...offices.map(({ id, party }) => unit(id, party, null)),
      ...units.map((id) => unit(id, 'VN', 'office')),
    ]);
    for (const { party, id } of offices) {
      const account = { id: party, name: party, mail: `${party.toLowerCase()}@ostra.example`, recovery: [], party };
      const blank = { disabled: false, demonstration: false, created_at: new Date(BEGIN).toISOString() };
      await insertRows(queries, 'account', [{ ...account, ...blank }]);
      await insertRows(queries, 'post', [{ id: `post-${party}`, unit_id: id, role: 'secretariat' }]);
      const holding = {
        id: HANDS[party],
        post_id: `post-${party}`,
        account_id: party,
        from: '2024-01-01',
        until: null,
      };
      await insertRows(queries, 'holding', [holding]);
    }
  });
}
