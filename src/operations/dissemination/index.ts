import {
  allUnits,
  appendDissemination,
  disseminationLogs,
  expressionsOf,
  listedWorks,
  presentText,
  type Queries,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import {
  type Addressee,
  type Coverage,
  coverageOf,
  type DisseminationBody,
  mayDisseminate,
  reduceDissemination,
  type Seat,
  type Unit,
} from '../../register/index.ts';
import type { Context } from '../context.ts';
import { enteredBy, momentOf } from '../moment.ts';

/** A text that a side handed on to its units. */
export interface DisseminationRow {
  readonly work: string;
  readonly party: string;
  readonly title: string;
  /** ISO date of the text. */
  readonly date: string | null;
  readonly version: number;
  readonly addressees: readonly (Addressee & { readonly mine: boolean })[];
  readonly coverage: Coverage;
  /** The seat says whom it was sent to. */
  readonly keeps: boolean;
  /** Id of the latest action, where the seat can take it back. */
  readonly undoes: string | null;
}

export interface DisseminationList {
  readonly rows: readonly DisseminationRow[];
  /** Texts not handed on yet, with the units that their heads and ends name as whom they are sent to. */
  readonly others: readonly { readonly work: string; readonly title: string; readonly named: readonly string[] }[];
}

/**
 * Every text handed on, as far as the seat sees it, and those that could be; newest first. Of a past day (ISO) as it stood at its end,
 * and nothing can be done to it.
 */
export async function disseminationOf(
  { database, whole, clock }: Context,
  seat: Seat,
  asOf?: string,
): Promise<DisseminationList> {
  const { queries } = database;
  const { at } = momentOf(clock, asOf);
  const works = await listedWorks(queries);
  const logs = new Map(
    (await disseminationLogs(queries)).map((log) => [log[0]?.workId ?? '', enteredBy(log, at)] as const),
  );
  const rows = works.flatMap(({ id, title, date }): DisseminationRow[] => {
    const log = logs.get(id);
    if (log === undefined || log.length === 0) return [];
    const state = reduceDissemination(log);
    const may = (body: DisseminationBody) => at === null && mayDisseminate(body, state, seat);
    const addressees = state.addressees.map((one) => ({
      ...one,
      mine: may({ type: 'receive', unit: one.unit, day: '' }),
    }));
    const undoes = state.last !== null && may({ type: 'undo', undoes: state.last.id }) ? state.last.id : null;
    const { version } = state;
    const keeps = may({ type: 'address', units: [] });
    const party = log[0]?.party ?? '';
    return [{ work: id, party, title, date, version, addressees, coverage: coverageOf(state), keeps, undoes }];
  });
  const keeps = at === null && mayDisseminate({ type: 'address', units: [] }, reduceDissemination([]), seat);
  const units = keeps
    ? (await allUnits(whole.queries)).filter(({ party }) => seat.party === null || party === seat.party)
    : [];
  const others = [];
  for (const { id, title, type } of keeps ? works.filter((work) => !logs.has(work.id)) : []) {
    others.push({ work: id, title, named: type === 'directive' ? await addresseesIn(queries, id, units) : [] });
  }
  return { rows, others };
}

/** How much of a text's head and end is looked through for whom it is sent to. UTF-16 units. */
const HEAD = 3_000;
const TAIL = 2_000;

async function addresseesIn(queries: Queries, work: string, units: readonly Unit[]): Promise<string[]> {
  const [expression] = await expressionsOf(queries, [work]);
  if (expression === undefined) return [];
  const { text } = await presentText(queries, expression.id);
  const ends = `${text.slice(0, HEAD)}\n${text.slice(-TAIL)}`.normalize('NFC').toLocaleLowerCase();
  const named = ({ names }: Unit) =>
    Object.values(names).some((forms) => forms?.some((form) => ends.includes(form.toLocaleLowerCase())));
  return units.filter(named).map(({ id }) => id);
}

/** What is done about handing a text on, naming the version it saw; 0 where nothing had been. */
export interface DisseminationDeed {
  readonly work: string;
  readonly version: number;
  readonly body: DisseminationBody;
}

/**
 * Sends a text to units of the seat's side, or confirms for one of them that it came or was studied.
 * @throws Problem `not-found` (work or unit), `changed-meanwhile`, `action-not-allowed`
 */
export async function disseminate(
  context: Context,
  { work, version, body }: DisseminationDeed,
  seat: Seat,
): Promise<DisseminationList> {
  const parties = new Map((await allUnits(context.whole.queries)).map(({ id, party }) => [id, party]));
  await context.database.write(async (queries) => {
    const found = (await listedWorks(queries)).find(({ id }) => id === work);
    if (found === undefined) throw new Problem('not-found', { noun: 'work', id: work });
    const log = (await disseminationLogs(queries)).find(([first]) => first?.workId === work) ?? [];
    if (log.length !== version) throw new Problem('changed-meanwhile', { noun: 'work', id: work });
    if (!mayDisseminate(body, reduceDissemination(log), seat)) {
      throw new Problem('action-not-allowed', { action: body.type, state: 'dissemination' });
    }
    const units = body.type === 'address' ? body.units : [];
    // On a machine without accounts: the side of the units it is sent to.
    const party = log[0]?.party ?? seat.party ?? parties.get(units[0] ?? '') ?? '';
    const stranger = units.find((unit) => parties.get(unit) !== party);
    if (stranger !== undefined || party === '') throw new Problem('not-found', { noun: 'unit', id: stranger ?? '' });
    const at = context.clock.now();
    const action = { id: context.newId(), workId: work, party, sequence: version + 1, at, by: seat.hand, body };
    reduceDissemination([...log, action]);
    await appendDissemination(queries, action);
  });
  return disseminationOf(context, seat);
}
