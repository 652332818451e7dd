import {
  expressionById,
  insertExpression,
  insertManifestation,
  insertWork,
  keepDescription,
  presentHeads,
  presentText,
  type Queries,
  workById,
} from '../../db/index.ts';
import { hintsOf } from '../../documents/index.ts';
import { Problem } from '../../kernel/index.ts';
import { type Seat, seatMay } from '../../register/index.ts';
import type { ExportedText } from '../../reports/index.ts';
import type { Context } from '../context.ts';
import { storeEntities } from '../entities/store-entities.ts';
import { presentTextOf } from '../expressions.ts';
import { manifestationParts } from '../manifestation-parts.ts';
import type { ReadText } from '../reading/read-text.ts';
import { teachingInForce } from '../teaching/lessons.ts';

/** A text that comes in with a list, read. */
export interface ArrivingText {
  readonly text: ExportedText;
  readonly read: ReadText;
}

/** Where the rows of a text of a list belong. */
export type TextPlace =
  | { readonly state: 'here'; readonly expressionId: string; readonly text: string }
  | { readonly state: 'new'; readonly expressionId: string; readonly text: string }
  /** Its words are others here, or the seat may not bring it in. */
  | { readonly state: 'differs' | 'withdrawn'; readonly text: null }
  | { readonly state: 'refused'; readonly text: null };

/** Finds the texts of a list in the register: by their ids, else by the file and the words; the others are read to come in. */
export async function placeTexts(
  context: Context,
  texts: readonly ExportedText[],
  seat: Seat,
): Promise<{ readonly places: ReadonlyMap<string, TextPlace>; readonly arriving: ArrivingText[] }> {
  const places = new Map<string, TextPlace>();
  const arriving: ArrivingText[] = [];
  for (const text of texts) {
    const place = await placeOf(context.whole.queries, context.database.queries, text);
    const may = seatMay(seat, 'import') && (seat.party === null || [null, seat.party].includes(text.work.side));
    if (place === null && may) arriving.push({ text, read: await readAgain(context, text) });
    const coming = may ? ({ state: 'new', expressionId: text.id, text: text.text } as const) : REFUSED;
    places.set(text.id, place ?? coming);
  }
  return { places, arriving };
}

const REFUSED = { state: 'refused', text: null } as const;

async function placeOf(whole: Queries, queries: Queries, text: ExportedText): Promise<TextPlace | null> {
  const heads = await presentHeads(queries, null);
  const alike = heads.filter(({ expression_id, sha256 }) => expression_id === text.id || sha256 === text.sha256);
  for (const { expression_id } of alike) {
    const here = await presentText(queries, expression_id);
    const { withdrawn } = await workById(queries, (await expressionById(queries, expression_id)).work_id);
    if (here.text === text.text && withdrawn) return { state: 'withdrawn', text: null };
    if (here.text === text.text) return { state: 'here', expressionId: expression_id, text: here.text };
  }
  if (alike.some(({ expression_id }) => expression_id === text.id)) return { state: 'differs', text: null };
  // A text the seat does not see is here all the same: it cannot come in once more.
  const hidden = await presentHeads(whole, [text.id]);
  return hidden.length > 0 ? REFUSED : null;
}

async function readAgain({ reader, database }: Context, { text, pages, lines, ...source }: ExportedText) {
  const hints = { headings: new Set(lines.headings), asides: new Set(lines.asides) };
  const scan = { hints, pages: [], pictures: [] };
  const { file: name, format, encoding, sha256 } = source;
  const known = { name, format, encoding, sha256, hints: hintsOf({ text, scan, pages }) };
  return reader.reread({ text, source: known, scan }, await teachingInForce(database.queries));
}

/** Enters the texts, each in its work. The file itself did not come along: it is not kept, only its hash. Returns the works that are new. */
export async function storeTexts(
  queries: Queries,
  context: Context,
  arriving: readonly ArrivingText[],
  by: string,
): Promise<string[]> {
  const { clock, newId } = context;
  const works: string[] = [];
  const first = new Map((await presentHeads(queries, null)).map(({ sha256, id }) => [sha256, id]));
  for (const { text, read } of arriving) {
    const { id, title, type, date, parties, side } = text.work;
    const fields = { title, type, date, parties, side };
    const at = clock.now();
    if (!(await isThere(() => workById(queries, id)))) {
      const action = { id: newId(), at, by, body: { type: 'describe', fields } } as const;
      await insertWork(queries, { id, ...fields, demonstration: false, withdrawn: false }, action);
      works.push(id);
    }
    if (await isThere(() => expressionById(queries, text.id))) {
      throw new Problem('changed-meanwhile', { noun: 'expression', id: text.id });
    }
    await insertExpression(queries, { id: text.id, work_id: id, language: text.language });
    const manifestation = newId();
    const { file: name, format, encoding, sha256 } = text;
    const parts = manifestationParts(
      {
        ...{ id: manifestation, expressionId: text.id, version: text.version, at, by, corrected: null },
        file: { name, format, encoding, sha256, size: 0, bytes: new Uint8Array() },
        part: { of: first.get(sha256) ?? null, start: text.startInFile },
      },
      read,
    );
    if (!first.has(sha256)) first.set(sha256, manifestation);
    await insertManifestation(queries, parts);
    await storeEntities(queries, context, await presentTextOf(queries, text.id), read.entities);
    const { relation } = read.entities;
    await keepDescription(queries, {
      expression_id: text.id,
      manifestation_id: manifestation,
      ...read.identity,
      relation,
    });
  }
  return works;
}

async function isThere(look: () => Promise<unknown>): Promise<boolean> {
  try {
    await look();
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'not-found') return false;
    throw error;
  }
}
