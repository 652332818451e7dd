import { randomUUIDv7 } from 'node:crypto';
import { connect, type Database, type Place } from '../db/index.ts';
import { type Clock, Problem, systemClock } from '../kernel/index.ts';
import type { Seat } from '../register/index.ts';
import { startTracer, type Tracer } from './lineage/tracer.ts';
import { startReader, type TextReader } from './reading/text-reader.ts';
import type { ImportJob } from './results.ts';
import type { RunningSheet } from './sheets/run.ts';
import type { RunningPreview } from './teaching/preview.ts';
import type { RunningComparison } from './versions/comparison.ts';

/** What every operation is given: the database, the clock, new ids, the reader of files, and the imports going on. */
export interface Context {
  /** As the seat that acts may see and change it. */
  readonly database: Database;
  /** The same without a wall: for what the rules do by themselves, and for who may sign in. */
  readonly whole: Database;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly reader: TextReader;
  readonly jobs: Map<string, ImportJob>;
  /** Changes of what is taught, tried on all documents. */
  readonly previews: Map<string, RunningPreview>;
  /** Spreadsheets brought in, before they are applied. */
  readonly sheets: Map<string, RunningSheet>;
  /** The jobs, previews and sheets of each side apart. */
  readonly sides: Map<string, Pick<Context, 'jobs' | 'previews' | 'sheets'>>;
  /** Comparisons of two texts going on or broken down, by the alignment they are of. */
  readonly comparisons: Map<string, RunningComparison>;
  /** Imports and comparisons going on, to wait for before closing. */
  readonly running: Set<Promise<unknown>>;
  /** Compares texts for their lineage, in a thread of its own. */
  readonly tracer: Tracer;
  readonly tracing: Tracing;
  /** Raised when the context closes: an import stops before its next file. */
  readonly closing: AbortSignal;
  /** Stops reading, waits for what is being stored, then closes everything. */
  close(): Promise<void>;
}

/** The comparing of texts that is going on, and how many of how many are done; null where none is. */
export interface Tracing {
  run: Promise<void> | null;
  progress: { readonly done: number; readonly total: number } | null;
}

export interface DatabaseConfig {
  /** Address of a PostgreSQL server; without it PGlite keeps the data in `folder`. */
  readonly url?: string | undefined;
  readonly folder?: string | undefined;
  readonly clock?: Clock | undefined;
}

/**
 * Opens the database and brings it to the present schema.
 * @throws Problem `data-locked`, `disk-full`, `database-unreachable`, `input-invalid`
 */
export async function openDatabase({ url, folder, clock }: DatabaseConfig): Promise<Context> {
  return contextOf(await connect(placeOf(url, folder)), clock ?? systemClock);
}

function placeOf(url: string | undefined, folder: string | undefined): Place {
  if (url !== undefined) return { url };
  if (folder !== undefined) return { folder };
  throw new Problem('input-invalid', { field: 'folder', reason: 'neither an address nor a folder' });
}

/** The context of a database that is open already; closing it closes the reader too. */
export function contextOf(database: Database, clock: Clock, reader: TextReader = startReader()): Context {
  const running = new Set<Promise<unknown>>();
  const closing = new AbortController();
  const tracer = startTracer();
  return {
    database,
    whole: database,
    clock,
    newId: randomUUIDv7,
    reader,
    jobs: new Map(),
    previews: new Map(),
    sheets: new Map(),
    sides: new Map(),
    comparisons: new Map(),
    running,
    tracer,
    tracing: { run: null, progress: null },
    closing: closing.signal,
    close: async () => {
      closing.abort();
      await reader.close();
      await tracer.close();
      await Promise.allSettled(running);
      await database.close();
    },
  };
}

/** The same context for a seat: its database stands behind the wall, its imports and previews are those of its side. */
export function atSeat(context: Context, seat: Seat): Context {
  if (seat.party === null) return context;
  const own = context.sides.get(seat.party) ?? { jobs: new Map(), previews: new Map(), sheets: new Map() };
  context.sides.set(seat.party, own);
  return { ...context, ...own, database: context.whole.as(seat) };
}
