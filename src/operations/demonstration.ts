import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileBySha256, hasDemonstration } from '../db/index.ts';
import { Problem } from '../kernel/index.ts';
import { WORK_TYPES, type WorkType } from '../vocabulary/index.ts';
import type { Context } from './context.ts';
import { type BringIn, type JobListener, runJob } from './import-job.ts';
import { loadNotices } from './notices/demonstration.ts';
import { storeExpression, storeWork } from './store-file.ts';
import { loadTasks } from './tasks/demonstration.ts';
import { loadWater } from './water/demonstration.ts';

/** What the manifest of the demonstration says of a file that is to be imported. */
interface Entry {
  readonly file: string;
  readonly title: string;
  readonly type: WorkType;
  readonly date: string | null;
  readonly parties: readonly string[];
  /** Files with the same key are language versions of one work. */
  readonly work: string;
}

/** Who brings in what ships with the product. */
const BY = 'demonstration';

/**
 * Loads the demonstration relation from its folder, once: files, works and language versions as `manifest.json` there tells.
 * False where a demonstration is there already, even a withdrawn one.
 * @throws Problem `file-missing`, `file-damaged` of the manifest; files that fail are told to `onChange`
 */
export async function loadDemonstration(context: Context, folder: string, onChange?: JobListener): Promise<boolean> {
  if (await hasDemonstration(context.database.queries)) return false;
  const entries = await readManifest(folder);
  const files = await Promise.all(
    entries.map(async ({ file }) => ({ name: file, bytes: new Uint8Array(await readBytes(folder, file)) })),
  );
  await runJob(context, { files, by: BY }, bringingIn(context, entries), onChange);
  await loadTasks(context, folder);
  await loadNotices(context, folder);
  await loadWater(context, folder);
  return true;
}

function bringingIn({ database, reader, clock, newId }: Context, entries: readonly Entry[]): BringIn {
  const works = new Map<string, string>();
  return async (file, progress) => {
    const entry = entries.find((one) => one.file === file.name) as Entry;
    const { whole: read } = await reader.read(file, {}, progress);
    const { title, type, date, parties } = entry;
    const arrival = { file, read: { ...read, work: { title, type, date, parties } }, by: BY };
    return database.write(async (queries) => {
      const known = await fileBySha256(queries, read.document.sha256);
      if (known) return { state: 'unchanged', workId: known.work_id, expressionId: known.expression_id, messages: [] };
      const workId = works.get(entry.work) ?? (await storeWork(queries, { clock, newId }, arrival, true));
      const expressionId = await storeExpression(queries, { clock, newId }, arrival, workId);
      works.set(entry.work, workId);
      return { state: 'new', workId, expressionId, messages: read.messages };
    });
  };
}

async function readManifest(folder: string): Promise<Entry[]> {
  const name = join(folder, 'manifest.json');
  const text = new TextDecoder().decode(await readBytes(folder, 'manifest.json'));
  try {
    const { files } = JSON.parse(text) as { files: (Entry & { imported: boolean })[] };
    for (const { file, work, type } of files) {
      if (typeof file !== 'string' || typeof work !== 'string' || !WORK_TYPES.includes(type)) throw new Error(file);
    }
    return files.filter(({ imported }) => imported);
  } catch (error) {
    throw new Problem('file-damaged', { name, format: 'json', reason: String(error) }, error);
  }
}

async function readBytes(folder: string, file: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, file));
  } catch (error) {
    throw new Problem('file-missing', { name: join(folder, file) }, error);
  }
}
