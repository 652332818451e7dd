import { CompiledQuery, type DatabaseConnection, type Dialect, type Driver } from 'kysely';
import type { Seat } from '../../register/index.ts';

/** The role of the database that every seat's statements run as; the wall between the sides stands before it. */
export const SEAT_ROLE = 'servanda_seat';
/** The role that whoever asks without an account reads as: it sees what was published, and nothing else. */
export const PUBLIC_ROLE = 'servanda_public';

/** Whom a connection works for: a seat, anybody, or with null the program itself. */
export type Asker = Seat | 'anybody' | null;

/** Makes dialects that share the connections of one driver, each for another asker. */
export interface Seating {
  readonly dialectFor: (asker: Asker) => Dialect;
}

/**
 * One driver for all seats. A connection is told whom it works for when it is handed out, and only where that differs from
 * before; until it has been told, nobody gets it. `single` where the database has one connection in all.
 */
export function seating(dialect: Dialect, single: boolean): Seating {
  const driver = dialect.createDriver();
  const ready = once(() => driver.init());
  const gone = once(() => driver.destroy());
  const told = new WeakMap<DatabaseConnection, string>();
  const turns = single ? new Turns() : null;
  const release = async (connection: DatabaseConnection): Promise<void> => {
    await driver.releaseConnection(connection);
    turns?.end();
  };
  const acquire = async (identity: readonly string[]): Promise<DatabaseConnection> => {
    await turns?.begin();
    let connection: DatabaseConnection | null = null;
    try {
      connection = await driver.acquireConnection();
      await tell(connection, identity, told);
      return connection;
    } catch (error) {
      if (connection === null) turns?.end();
      else await release(connection);
      throw error;
    }
  };
  return {
    dialectFor: (asker) => ({
      createAdapter: () => dialect.createAdapter(),
      createIntrospector: (db) => dialect.createIntrospector(db),
      createQueryCompiler: () => dialect.createQueryCompiler(),
      createDriver: () => {
        const identity = identityOf(asker);
        const own = { init: ready, acquireConnection: () => acquire(identity), releaseConnection: release };
        return over(driver, { ...own, destroy: asker === null ? gone : async () => undefined });
      },
    }),
  };
}

/** The settings that a connection works under, the role first. */
const SETTINGS = ['role', 'servanda.party', 'servanda.role', 'servanda.unit', 'servanda.units', 'servanda.hand'];
const TELL = `select ${SETTINGS.map((name, index) => `set_config('${name}', $${index + 1}, false)`).join(', ')}`;
const NOBODY: readonly string[] = ['none', '', '', '', '', ''];

function identityOf(seat: Asker): readonly string[] {
  if (seat === null) return NOBODY;
  if (seat === 'anybody') return [PUBLIC_ROLE, '', '', '', '', ''];
  return [SEAT_ROLE, seat.party ?? '', seat.role, seat.unit ?? '', seat.units.join(','), seat.hand];
}

async function tell(
  connection: DatabaseConnection,
  identity: readonly string[],
  told: WeakMap<DatabaseConnection, string>,
): Promise<void> {
  const name = JSON.stringify(identity);
  if (told.get(connection) === name) return;
  told.delete(connection);
  await connection.executeQuery(CompiledQuery.raw(TELL, [...identity]));
  told.set(connection, name);
}

/** The driver with some of its members replaced; the others keep working on the driver itself. */
function over(driver: Driver, own: Partial<Driver>): Driver {
  return new Proxy(driver, {
    get(target, name) {
      const replaced = Reflect.get(own, name) as unknown;
      if (replaced !== undefined) return replaced;
      const member = Reflect.get(target, name, target) as unknown;
      return typeof member === 'function' ? member.bind(target) : member;
    },
  });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | null = null;
  return () => {
    done ??= work();
    return done;
  };
}

/** Lets one after the other have the only connection, in the order they asked. */
class Turns {
  #last: Promise<void> = Promise.resolve();
  #end: () => void = () => undefined;

  async begin(): Promise<void> {
    const before = this.#last;
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#last = promise;
    await before;
    this.#end = resolve;
  }

  end(): void {
    this.#end();
  }
}
