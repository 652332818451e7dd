import { connect } from '../src/db/index.ts';
import { fixedClock } from '../src/kernel/index.ts';
import { type Context, contextOf } from '../src/operations/index.ts';
import { postgresPrograms, startPostgres } from '../test/store/postgres-server.ts';

/** A PostgreSQL server of its own with an empty register. */
export interface BenchServer {
  /** Before no wall. */
  readonly whole: Context;
  /** Has the server look at what its tables hold, as it does by itself in time. */
  analyse(): Promise<void>;
  close(): Promise<void>;
}

/** Starts one. Throws where no PostgreSQL server is installed. */
export async function openBench(): Promise<BenchServer> {
  const programs = postgresPrograms();
  if (programs === null) throw new Error('no PostgreSQL server is installed (initdb, postgres)');
  const server = await startPostgres(programs, ['shared_buffers=512MB', 'work_mem=32MB']);
  await server.create('bench');
  const whole = contextOf(await connect({ url: server.url('bench') }), fixedClock('2026-11-22T02:00:00.000Z'));
  return {
    whole,
    analyse: () => server.analyse('bench'),
    async close() {
      await whole.close();
      await server.stop();
    },
  };
}
