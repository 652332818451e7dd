import { pipeline, Readable } from 'node:stream';
import { createGunzip, createGzip } from 'node:zlib';
import {
  COPIED,
  type CopiedTable,
  copierInto,
  copyOut,
  isEmpty,
  type JsonRow,
  type KeptKeys,
  keepKeys,
  keysToKeep,
  migrate,
  type Queries,
  schemaOf,
  startOver,
} from '../db/index.ts';
import { Problem } from '../kernel/index.ts';
import type { Context } from './context.ts';

/** First line of a backup. */
interface Header {
  readonly servanda: 'backup';
  readonly form: 1;
  /** The newest migration of the database it was made from. */
  readonly schema: string;
  readonly at: string;
}

/** Last line of a backup: without it the file was cut off. */
interface Trailer {
  readonly rows: number;
}

/** A line between them: rows of one table. */
interface Piece {
  readonly table: CopiedTable;
  readonly rows: readonly JsonRow[];
}

/**
 * The whole register as the bytes of one file: gzip, one JSON value a line, all of one moment. Either kind of database takes
 * it back.
 */
export function backup(context: Context): AsyncIterable<Uint8Array> {
  return pipeline(Readable.from(lines(context)), createGzip(), () => undefined);
}

async function* lines({ database, clock }: Context): AsyncGenerator<string> {
  for await (const value of database.snapshot((queries) => values(queries, clock.now()))) {
    yield `${JSON.stringify(value)}\n`;
  }
}

async function* values(queries: Queries, at: string): AsyncGenerator<Header | Piece | Trailer> {
  yield { servanda: 'backup', form: 1, schema: await schemaOf(queries), at };
  let count = 0;
  for (const { table } of COPIED) {
    for await (const rows of copyOut(queries, table)) {
      count += rows.length;
      yield { table, rows };
    }
  }
  yield { rows: count };
}

/**
 * Takes a backup into an empty database, or over a full one with `replace`: all of it, or nothing.
 * @throws Problem `file-damaged` (no backup, or cut off), `input-invalid` (database not empty, or backup of a newer version)
 */
export function restore(
  { database }: Context,
  pieces: AsyncIterable<Uint8Array>,
  { replace = false }: { replace?: boolean } = {},
): Promise<{ rows: number }> {
  return database.write(async (queries) => {
    if (!replace && !(await isEmpty(queries))) {
      throw new Problem('input-invalid', { field: 'database', reason: 'it holds works already' });
    }
    let rows = 0;
    let promised: number | null = null;
    let line = 0;
    let keys: KeptKeys = { own: [], secrets: [], partners: [] };
    const copyIn = copierInto(queries);
    for await (const value of readLines(pieces)) {
      if (line++ === 0) keys = await replaceBy(queries, headerOf(value).schema);
      else if (isPiece(value)) {
        await copyIn(value.table, value.rows);
        rows += value.rows.length;
      } else promised = (value as Trailer).rows;
    }
    if (promised !== rows) throw damaged('it ends too early');
    await migrate(queries);
    await keepKeys(queries, keys);
    return { rows };
  });
}

/** Empties the database for a backup. Keys of the exchange on this machine are handed back, to be kept as they are. */
async function replaceBy(queries: Queries, schema: string): Promise<KeptKeys> {
  const keys = await keysToKeep(queries);
  await startOver(queries, schema);
  return keys;
}

function headerOf(value: unknown): Header {
  const header = value as Partial<Header>;
  if (header?.servanda !== 'backup' || header.form !== 1 || header.schema === undefined)
    throw damaged('no backup of Servanda');
  return header as Header;
}

function isPiece(value: unknown): value is Piece {
  const { table } = value as Partial<Piece>;
  return COPIED.some((copied) => copied.table === table);
}

async function* readLines(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<unknown> {
  const decoder = new TextDecoder();
  let open = '';
  try {
    for await (const piece of pipeline(Readable.from(pieces), createGunzip(), () => undefined)) {
      const parts = (open + decoder.decode(piece as Uint8Array, { stream: true })).split('\n');
      open = parts.pop() ?? '';
      for (const part of parts) yield JSON.parse(part);
    }
  } catch (error) {
    const { code, path } = error as NodeJS.ErrnoException;
    throw code === 'ENOENT' ? new Problem('file-missing', { name: path ?? '' }, error) : damaged(String(error));
  }
}

function damaged(reason: string): Problem {
  return new Problem('file-damaged', { name: 'backup', format: 'backup', reason });
}
