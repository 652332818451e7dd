import { lastPaperNumber } from '../../db/index.ts';
import { LOCALES, Problem } from '../../kernel/index.ts';
import { periodOf, periodRulesOf, type Seat } from '../../register/index.ts';
import { type Layout, type Paper, type PaperFacts, type PaperHead, papersModule } from '../../reports/index.ts';
import { PROFILES } from '../../vocabulary/index.ts';
import type { Context } from '../context.ts';
import { facesFor } from './faces.ts';
import { gatherSession } from './gather-session.ts';
import { gatherTasks, unitNames } from './gather-tasks.ts';
import { headOf, seriesOf } from './head.ts';
import type { PaperDraft, PaperRequest } from './results.ts';

/** Kinds that need a task to say anything. */
const OF_TASKS: ReadonlySet<string> = new Set(['dispatch', 'urging', 'report', 'leaders', 'brief']);

/** A paper with all that making its files needs. */
export interface Composed {
  readonly paper: Paper;
  readonly layout: Layout;
  readonly head: PaperHead;
  readonly facts: PaperFacts;
}

/**
 * A paper of what the seat may see, for its own side alone.
 * @throws Problem `seat-may-not` (another side), `not-found` (layout, unit, series), `input-invalid` (a layout for another language)
 */
export async function composeFor(context: Context, request: PaperRequest, seat: Seat): Promise<Composed> {
  if (seat.party !== null && seat.party !== request.party) throw new Problem('seat-may-not', { deed: 'paper' });
  const { composePaper, layoutById } = await papersModule();
  const { queries } = context.database;
  const layout = layoutById(request.layout);
  if (request.kind === 'minutes' && layout.family !== 'plain') {
    throw new Problem('input-invalid', { field: 'layout', reason: 'minutes in two languages' });
  }
  const asked = { ...request, language: layout.language ?? request.language };
  const facts = await factsFor(context, asked, seat);
  const head = await headOf(queries, asked, layout);
  return { paper: composePaper(head, facts, layout), layout, head, facts };
}

async function factsFor({ database, clock }: Context, request: PaperRequest, seat: Seat): Promise<PaperFacts> {
  const { queries } = database;
  const today = clock.now().slice(0, 10);
  const asOf = request.asOf ?? today;
  const period = request.every === null ? null : periodOf(periodRulesOf(request.relation), request.every, asOf);
  const day = period === null ? asOf : ([period.to, today].sort()[0] ?? today);
  const joint = request.kind === 'minutes';
  const { tasks, more } = joint ? { tasks: [], more: 0 } : await gatherTasks(queries, request, seat, { day, period });
  const unit = request.unit === null ? null : (await unitNames(queries, request.language))(request.unit);
  const session = await gatherSession(queries, request, seat, day);
  return { day, unit, period, tasks, more, session, directions: directionsOf(request.relation) };
}

/** The directions of a relation, by the names its profile gives them first. */
function directionsOf(relation: string): PaperFacts['directions'] {
  const profile = PROFILES.find(({ id }) => id === relation);
  return (profile?.directions ?? []).map(({ forms, sectors }) => ({
    names: Object.fromEntries(LOCALES.map((locale) => [locale, forms[locale]?.[0]])),
    sectors,
  }));
}

/** A paper set out, with what it lacks and where it departs from its rules. */
export async function draftPaper(context: Context, request: PaperRequest, seat: Seat): Promise<PaperDraft> {
  const { arrange, checkPaper, readWord, writePaperDocx } = await papersModule();
  const composed = await composeFor(context, request, seat);
  const { paper, layout } = composed;
  const setting = arrange(paper, layout);
  const word = readWord({ name: 'paper.docx', bytes: await writePaperDocx(setting) });
  const day = context.clock.now().slice(0, 10);
  const numbered = layout.numbering.restart !== 'none';
  const series = seriesOf(request, layout, day);
  const last = numbered ? await lastPaperNumber(context.database.queries, request.party, series) : 0;
  return {
    ...{ title: paper.title, setting, lacks: lacksOf(composed, request, day) },
    deviations: [...checkPaper(word, layout), ...(await onePage(composed))],
    checked: layout.rules.length,
    nextNumber: numbered ? last + 1 : null,
  };
}

/** A brief is one page. */
async function onePage({ paper, layout }: Composed): Promise<PaperDraft['deviations']> {
  const rule = layout.rules.find(({ check }) => check === 'one-page');
  if (paper.kind !== 'brief' || rule === undefined) return [];
  const { pages } = await pdfOf(paper, layout, new Date(0));
  return pages === 1 ? [] : [{ ...rule, found: String(pages), wanted: '1', where: '' }];
}

/** A paper as PDF. */
export async function pdfOf(paper: Paper, layout: Layout, made: Date) {
  const { arrange, hasChinese, writePaperPdf } = await papersModule();
  const setting = arrange(paper, layout);
  return writePaperPdf(setting, await facesFor(hasChinese(setting)), made);
}

function lacksOf({ paper, layout, head, facts }: Composed, request: PaperRequest, day: string): PaperDraft['lacks'] {
  const numbered = layout.numbering.restart !== 'none';
  const [signature] = head.signatures;
  const on = request.date ?? day;
  const inForce = (layout.from === null || layout.from <= on) && (layout.until === null || on <= layout.until);
  const untranslated = paper.body.filter((block) => block.kind === 'pair' && /^(?:\d+\. )?\[/.test(block.right)).length;
  const farsi = facts.tasks
    .flatMap(({ commitments }) => commitments)
    .filter(({ language }) => language === 'fa').length;
  const all: readonly (readonly [PaperDraft['lacks'][number]['lack'], number | boolean])[] = [
    ['nothing', facts.tasks.length === 0 && OF_TASKS.has(paper.kind)],
    ['session', (paper.kind === 'minutes' || paper.kind === 'session') && facts.session === null],
    ['more-tasks', facts.more],
    ['issuer', head.issuer.name === '' && paper.kind !== 'minutes'],
    ['number', numbered && request.number === null],
    ['notation', numbered && head.notation === ''],
    ['place', head.place === ''],
    ['date', head.date === null],
    ['addressee', head.addressees.length === 0 && ['dispatch', 'urging', 'leaders'].includes(paper.kind)],
    ['sign-title', signature?.title == null && paper.kind !== 'brief'],
    ['signer', signature?.name == null && paper.kind !== 'brief'],
    ['answer-by', paper.kind === 'urging' && head.answerBy === null],
    ['translation', untranslated],
    ['unverified', !layout.verified],
    ['not-in-force', !inForce],
    ['right-to-left', farsi],
  ];
  return all.flatMap(([lack, count]) => (count === false || count === 0 ? [] : { lack, count: Number(count) }));
}
