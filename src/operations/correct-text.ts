import { presentText, type Queries, type TextCorrection, textOfVersion, versionsOf } from '../db/index.ts';
import {
  applyChanges,
  correctScan,
  doubtfulWords,
  hintsOf,
  invertChanges,
  movedBy,
  type Scan,
  type WordChange,
} from '../documents/index.ts';
import { Problem } from '../kernel/index.ts';
import type { Context } from './context.ts';
import { presentTextOf } from './expressions.ts';
import { traceLineage } from './lineage/index.ts';
import { manifestationParts } from './manifestation-parts.ts';
import { pageAt } from './project.ts';
import type { ScanText } from './results.ts';
import { readScan, scanOf } from './scan.ts';
import { enterVersion } from './store-file.ts';
import { teachingInForce } from './teaching/lessons.ts';

/** Words a person puts right in the text of a scan, naming the version they saw. */
export interface TextChange {
  readonly expressionId: string;
  readonly version: number;
  readonly by: string;
}

/**
 * Puts words of a scan right: the text becomes a new version made by that person, the file stays as it came, and every
 * commitment goes along with its words. Words given as they stand are taken as looked at and found right.
 * @throws Problem `not-found`, `changed-meanwhile`, `input-invalid`
 */
export async function correctText(
  context: Context,
  { changes, ...change }: TextChange & { readonly changes: readonly WordChange[] },
): Promise<ScanText> {
  const { queries } = context.database;
  const present = await presentText(queries, change.expressionId);
  const scan = await scanOf(queries, present.id);
  if (scan.pages.length === 0) throw new Problem('input-invalid', { field: 'changes', reason: 'no page is a picture' });
  if (changes.length === 0) throw new Problem('input-invalid', { field: 'changes', reason: 'none' });
  await enter(context, change, { text: present.text, changes, scan: correctScan(scan, changes), undoes: null });
  traceLineage(context).catch(() => undefined);
  return readScan(context, change.expressionId);
}

/**
 * Takes the latest corrections that still stand back: their words are as before, in a new version.
 * @throws Problem `not-found`, `changed-meanwhile`, `action-not-allowed` where none stands
 */
export async function undoCorrection(context: Context, change: TextChange): Promise<ScanText> {
  const { queries } = context.database;
  const versions = await versionsOf(queries, change.expressionId);
  const [present] = versions;
  const undone = new Set(versions.flatMap(({ undoes }) => undoes ?? []));
  const last = versions.find(
    ({ corrections, undoes, version }) => corrections && undoes === null && !undone.has(version),
  );
  const standsOn = last && versions.find(({ version }) => version === last.version - 1);
  if (!present?.corrects || !last || !standsOn || last.corrects !== present.corrects) {
    throw new Problem('action-not-allowed', { action: 'undo', state: 'text' });
  }
  const made = (last.corrections ?? []).map(({ start, end, after }) => ({ span: { start, end }, words: after }));
  const changes = invertChanges(await textOfVersion(queries, standsOn.id), made);
  const text = await textOfVersion(queries, present.id);
  await enter(context, change, { text, changes, scan: await scanOf(queries, standsOn.id), undoes: last.version });
  traceLineage(context).catch(() => undefined);
  return readScan(context, change.expressionId);
}

interface Entry {
  /** The text before the changes. */
  readonly text: string;
  readonly changes: readonly WordChange[];
  /** The words of the pages after them. */
  readonly scan: Scan;
  readonly undoes: number | null;
}

async function enter(context: Context, change: TextChange, entry: Entry): Promise<void> {
  const { database, reader, clock, newId } = context;
  const { expressionId, by } = change;
  const text = applyChanges(entry.text, entry.changes);
  const known = await sourceOf(database.queries, change, entry);
  const read = await reader.reread(
    { text, source: known.source, scan: entry.scan },
    await teachingInForce(database.queries),
  );
  await database.write(async (queries) => {
    const present = await presentText(queries, expressionId);
    if (present.version !== change.version) throw changedMeanwhile(expressionId);
    const { id, version, name, format, encoding, sha256, size, corrects, messages, part_of, part_start } = present;
    const file = { name, format, encoding, sha256, size, bytes: new Uint8Array() };
    const corrected = { corrects: corrects ?? part_of ?? id, corrections: known.corrections, undoes: entry.undoes };
    const next = {
      id: newId(),
      expressionId,
      version: version + 1,
      at: clock.now(),
      by,
      file,
      corrected,
      part: { of: part_of, start: part_start },
    };
    const others = messages.filter(({ id }) => id !== 'document.scan-doubtful-words');
    const parts = manifestationParts(next, {
      ...read,
      messages: [...others, ...doubtfulWords(text, entry.scan.pages)],
    });
    const corrections = { by, move: movedBy(entry.changes) };
    await enterVersion(queries, context, { parts, read, corrected: corrections });
  });
}

/** What the text is read again with, and the corrections as the history tells them. */
async function sourceOf(queries: Queries, { expressionId, version }: TextChange, { text, changes, scan }: Entry) {
  const present = await presentTextOf(queries, expressionId);
  const head = await presentText(queries, expressionId);
  if (head.version !== version || present.text !== text) throw changedMeanwhile(expressionId);
  const hints = hintsOf({ text, scan, pages: present.pages });
  const { name, format, encoding, sha256 } = head;
  const inOrder = changes.toSorted((a, b) => a.span.start - b.span.start);
  const corrections = inOrder.map(({ span, words }): TextCorrection => {
    return { ...span, before: text.slice(span.start, span.end), after: words, page: pageAt(present, span.start) };
  });
  return { source: { name, format, encoding, sha256, hints }, corrections };
}

function changedMeanwhile(id: string): Problem {
  return new Problem('changed-meanwhile', { noun: 'expression', id });
}
