import type { DatabaseConnection, Dialect, Driver } from 'kysely';
import { asProblem } from '../problems.ts';

/** The same dialect, with every error of the database turned into a Problem where it comes out of the driver. */
export function translating(dialect: Dialect, path: string): Dialect {
  return {
    createAdapter: () => dialect.createAdapter(),
    createIntrospector: (db) => dialect.createIntrospector(db),
    createQueryCompiler: () => dialect.createQueryCompiler(),
    createDriver: () => translatingDriver(dialect.createDriver(), path),
  };
}

function translatingDriver(driver: Driver, path: string): Driver {
  const wrapped = new WeakSet<DatabaseConnection>();
  const wrap = (connection: DatabaseConnection): DatabaseConnection => {
    if (wrapped.has(connection)) return connection;
    wrapped.add(connection);
    const execute = connection.executeQuery.bind(connection);
    connection.executeQuery = (...query) => translated(execute(...query), path);
    return connection;
  };
  return new Proxy(driver, {
    get(target, name) {
      const member = Reflect.get(target, name, target) as unknown;
      if (typeof member !== 'function') return member;
      if (name === 'acquireConnection') {
        return async (...given: unknown[]) =>
          wrap((await translated(member.apply(target, given), path)) as DatabaseConnection);
      }
      return (...given: unknown[]) => translated(member.apply(target, given), path);
    },
  });
}

async function translated<T>(promise: Promise<T>, path: string): Promise<T> {
  try {
    return await promise;
  } catch (error) {
    throw asProblem(error, path);
  }
}
