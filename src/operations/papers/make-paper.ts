import { createHash } from 'node:crypto';
import { insertPaper, lastPaperNumber, listedPapers, type PaperEntry, paperFile } from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { Seat } from '../../register/index.ts';
import { type Deviation, type Layout, papersModule } from '../../reports/index.ts';
import type { Context } from '../context.ts';
import { composeFor, pdfOf } from './draft-paper.ts';
import { seriesOf } from './head.ts';
import type { MadePaper, PaperRequest } from './results.ts';

export type PaperFormat = 'docx' | 'pdf';

/** Roles whose papers are kept and can take a number. */
const MAKERS: ReadonlySet<Seat['role']> = new Set(['secretariat', 'leader', 'unit-head']);
/** Papers of a list. */
const LISTED = 500;

/** The file of a draft; nothing is kept of it. */
export async function draftFile(context: Context, request: PaperRequest, format: PaperFormat, seat: Seat) {
  const composed = await composeFor(context, request, seat);
  return { title: composed.paper.title, bytes: await bytesOf(composed, format, context) };
}

async function bytesOf(
  { paper, layout }: Awaited<ReturnType<typeof composeFor>>,
  format: PaperFormat,
  { clock }: Context,
): Promise<Uint8Array> {
  const { arrange, writePaperDocx } = await papersModule();
  if (format === 'docx') return writePaperDocx(arrange(paper, layout));
  return (await pdfOf(paper, layout, new Date(clock.now()))).bytes;
}

/**
 * Makes a paper and keeps it as it is: its two files under their hashes, and the number that the person reserves with it.
 * @throws Problem `seat-may-not`, `changed-meanwhile` (the number was given meanwhile)
 */
export async function makePaper(context: Context, request: PaperRequest, seat: Seat): Promise<MadePaper> {
  if (!MAKERS.has(seat.role)) throw new Problem('seat-may-not', { deed: 'paper' });
  const { layoutById } = await papersModule();
  const number = await numberFor(context, request, layoutById(request.layout));
  const composed = await composeFor(context, { ...request, number }, seat);
  const [docx, pdf] = [await bytesOf(composed, 'docx', context), await bytesOf(composed, 'pdf', context)];
  const { paper, layout } = composed;
  const made_at = context.clock.now();
  const entry: PaperEntry = {
    ...{ id: context.newId(), party: request.party, kind: request.kind, layout: layout.id, relation: request.relation },
    ...{ language: paper.language, title: paper.title, issuer: paper.issuer.name, notation: paper.notation },
    ...{ series: seriesOf(request, layout, made_at.slice(0, 10)), number, date: paper.date },
    ...{ docx_sha256: sha256(docx), pdf_sha256: sha256(pdf), made_at, made_by: seat.hand },
  };
  await context.database.write((queries) =>
    insertPaper(queries, { ...entry, request: { ...request, number }, docx, pdf }),
  );
  return entry;
}

async function numberFor({ database, clock }: Context, request: PaperRequest, layout: Layout): Promise<number | null> {
  if (layout.numbering.restart === 'none') return null;
  if (request.number !== 'next') return request.number;
  const series = seriesOf(request, layout, clock.now().slice(0, 10));
  return (await lastPaperNumber(database.queries, request.party, series)) + 1;
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The papers the seat may see, the latest first. */
export function listPapers({ database }: Context): Promise<MadePaper[]> {
  return listedPapers(database.queries, LISTED);
}

/** A file of a paper that was made, byte for byte as it was kept. @throws Problem `not-found` */
export async function madeFile({ database }: Context, id: string, format: PaperFormat) {
  const found = await paperFile(database.queries, id, format);
  if (found === undefined) throw new Problem('not-found', { noun: 'paper', id });
  return found;
}

/** What of any Word file is not as a layout has it. @throws Problem `not-found` (the layout), `file-damaged` */
export async function checkWordFile(
  file: { readonly name: string; readonly bytes: Uint8Array },
  layout: string,
): Promise<{ readonly deviations: Deviation[]; readonly checked: number }> {
  const { checkPaper, layoutById, readWord } = await papersModule();
  const rules = layoutById(layout);
  return { deviations: checkPaper(readWord(file), rules), checked: rules.rules.length };
}

/** The layouts, as a person chooses among them. */
export async function paperLayouts() {
  const { LAYOUTS } = await papersModule();
  return LAYOUTS.map(({ id, family, names, country, language, from, until, verified, source, numbering, types }) => ({
    ...{ id, family, names, country, language, from, until, verified, source, restart: numbering.restart },
    codes: Object.fromEntries(Object.entries(types).map(([kind, { code }]) => [kind, code])),
  }));
}
