import { seededNumbers } from '../scripts/seeded-numbers.ts';
import { type CommitmentRecord, type Database, insertCommitments, insertRows } from '../src/db/index.ts';
import { foldForSearch, systemClock } from '../src/kernel/index.ts';
import { KINDS, SECTORS, STRENGTHS } from '../src/vocabulary/index.ts';

const PER_WORK = 250;

const WORDS =
  'hợp tác đường sắt cửa khẩu thương mại biên giới giáo dục du lịch nông sản đầu tư khoa học công nghệ thanh niên kết nối trao đổi'.split(
    ' ',
  );

const next = seededNumbers(7);
const pick = <T>(values: readonly T[]): T => values[Math.floor(next() ** 2 * values.length)] as T;
const some = (prefix: string, kinds: number, most: number) =>
  Array.from({ length: Math.floor(next() * (most + 1)) }, () => `${prefix}-${Math.floor(next() ** 2 * kinds)}`);

function commitmentRow(index: number, work: number): CommitmentRecord {
  const quote = `${Array.from({ length: 12 + Math.floor(next() * 30) }, () => pick(WORDS)).join(' ')} ${index}`;
  const decision = pick(['undecided', 'confirmed', 'corrected'] as const);
  const due = pick(['none', 'none', 'none', 'dated', 'soon'] as const);
  const start = (index % PER_WORK) * 300;
  return {
    ...{
      id: `c${index}`,
      work_id: `w${work}`,
      expression_id: `e${work}`,
      since: null,
      origin: 'rules' as const,
    },
    ...{
      decision,
      version: { undecided: 1, confirmed: 2, corrected: 3 }[decision],
      anchored: true,
      retired: false,
      cited: true,
      listed: true,
      joined_to: null,
      reject_reason: null,
      undoable: null,
    },
    ...{ span_start: start, span_end: start + quote.length, quote, search: foldForSearch(quote).text },
    ...{ prefix: quote.slice(0, 48), suffix: quote.slice(-48), sha256: 'a'.repeat(64), language: 'vi' as const },
    ...{ path: `4.${index % 9}(${index % 7})`, path_order: `000004.00000${index % 9}(00000${index % 7})`, page: null },
    ...{ kind: pick(KINDS), strength: pick(STRENGTHS), sector: pick(SECTORS), action: pick(WORDS) },
    ...{ actors: ['both', ...some('unit', 60, 1)], places: some('place', 400, 2) },
    ...{
      instruments: some('agreement', 200, 1),
      mechanisms: some('committee', 80, 1),
      coordinators: [],
      targets: [],
      review_on: null,
      lead: null,
      report: null,
    },
    ...{
      due_state: due,
      due_text: due === 'none' ? null : 'năm 2026',
      due_from: null,
      due_to: due === 'dated' ? '2026-12-31' : null,
    },
    confidence: 0.9,
    why: Array.from({ length: 4 }, (_, at) => ({
      rule: `verb:vi/${at}`,
      words: quote.slice(0, 20),
      span: { start, end: start + 20 },
    })),
    evidence: {
      action: [{ start, end: start + 8 }],
      sector: [{ start, end: start + 30 }],
      places: [{ start, end: start + 12 }],
    },
  };
}

/** Fills a register with made-up commitments, always the same ones. */
export async function fillRegister(database: Database, commitments: number): Promise<void> {
  const works = Math.ceil(commitments / PER_WORK);
  const ids = Array.from({ length: works }, (_, index) => index);
  const coverage = { sentences: 200, commitment: 120, support: 20, position: 10, record: 10, none: 40, unread: 0 };
  await database.write(async (queries) => {
    const date = (work: number) => `${1990 + (work % 36)}-0${1 + (work % 9)}-15`;
    const base = { type: 'joint-statement', parties: ['VN', 'CN'], demonstration: false, withdrawn: false, version: 1 };
    await insertRows(
      queries,
      'work',
      ids.map((id) => ({ id: `w${id}`, title: `Tuyên bố chung ${id}`, date: date(id), ...base })),
    );
    await insertRows(
      queries,
      'expression',
      ids.map((id) => ({ id: `e${id}`, work_id: `w${id}`, language: 'vi' })),
    );
    const text = 'x'.repeat(PER_WORK * 300);
    const file = {
      version: 1,
      name: 'a.txt',
      format: 'txt',
      size: 1,
      bytes: '\\x00',
      text,
      sketch: [],
      coverage,
      messages: [],
    };
    const manifestation = { ...file, imported_at: systemClock.now(), imported_by: 'bench' };
    await insertRows(
      queries,
      'manifestation',
      ids.map((id) => ({
        id: `m${id}`,
        expression_id: `e${id}`,
        sha256: id.toString(16).padStart(64, '0'),
        ...manifestation,
      })),
    );
    for (let from = 0; from < commitments; from += 10_000) {
      const rows = Array.from({ length: Math.min(10_000, commitments - from) }, (_, at) => from + at);
      await insertCommitments(
        queries,
        rows.map((index) => commitmentRow(index, Math.floor(index / PER_WORK))),
      );
    }
  });
}
