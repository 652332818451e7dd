import { createHash } from 'node:crypto';
import { waterImports, waterSeries } from '../../db/index.ts';
import { FILE_LIMIT_MB, MEGABYTE, Problem } from '../../kernel/index.ts';
import type { WaterFinding, WaterReading } from '../../notices/index.ts';
import type { Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { readApart } from '../read-apart.ts';
import { sendShared } from './share-water.ts';
import { type Stored, storeWater, water } from './store-water.ts';

/** A series of a file, as it is shown before it is taken in. */
export interface BroughtSeries {
  readonly station: string;
  readonly property: string;
  readonly unit: string;
  readonly datum: string | null;
  readonly values: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** What a file holds, what is wrong with it, and, where it was taken in, what that changed. */
export interface WaterImport {
  readonly format: 'waterml-2' | 'csv' | 'sensorthings' | null;
  readonly series: readonly BroughtSeries[];
  readonly findings: readonly WaterFinding[];
  readonly stored: Stored | null;
}

/** Smaller files are read before a thread of their own would have begun. */
const SMALL_MB = 0.25;
const BOUNDS = { memoryMb: 1_536, patienceMs: 120_000 } as const;

/**
 * Reads a file of water data and takes it in where nothing found is an error. All of it is taken in, or nothing. Of what
 * is doubtful and taken in all the same the import keeps the list.
 * @throws Problem `file-too-large`
 */
export async function importWater(
  context: Context,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  { party }: Seat,
  by: string,
): Promise<WaterImport> {
  const size = bytes.length / MEGABYTE;
  if (size > FILE_LIMIT_MB) throw new Problem('file-too-large', { name, size: Math.ceil(size), limit: FILE_LIMIT_MB });
  const { readWater, isSound, againstKept } = await water();
  const { format, series, findings: found } = size > SMALL_MB ? await readElsewhere(name, bytes) : readWater(bytes);
  const kept = (await waterSeries(context.database.queries)).filter(
    (one) => one.party === party && one.source === null,
  );
  const findings = [...againstKept(series, kept), ...found];
  const brought = series.map(({ station, property, unit, points }): BroughtSeries => {
    const [from = null, to = null] = [points[0]?.instant, points.at(-1)?.instant];
    return { station: station.id, property, unit, datum: station.datum, values: points.length, from, to };
  });
  if (format === null || !isSound({ format, series, findings }))
    return { format, series: brought, findings, stored: null };
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const stored = await context.database.write(async (queries) => {
    const done = await storeWater(queries, series, {
      ...{ id: context.newId(), party, at: context.clock.now(), by, name, format, sha256, findings, source: null },
      newId: context.newId,
    });
    await sendShared(queries, series, { party, at: context.clock.now(), by });
    return done;
  });
  return { format, series: brought, findings, stored };
}

function readElsewhere(name: string, bytes: Uint8Array): Promise<WaterReading> {
  const broken = (reason: string) => new Problem('file-damaged', { name, format: 'water', reason });
  return readApart(new URL('./water-worker.ts', import.meta.url), bytes, BOUNDS, broken);
}

/** The latest files of water data, newest first. */
export async function listWaterImports(context: Context) {
  const records = await waterImports(context.database.queries, 20);
  return records.map(({ id, at, by, name, format, added, corrected, same, findings }) => {
    return { ...{ id, at, by, name, format, added, corrected, same }, doubts: findings.length };
  });
}
