import { mkdirSync, writeFileSync } from 'node:fs';
import { sql } from 'kysely';
import { DOMParser } from 'linkedom';
import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { fixedClock } from '../../src/kernel/index.ts';
import {
  actOnSeries,
  actOnTask,
  addUnit,
  assignTasks,
  atSeat,
  beginSeries,
  type Context,
  changeUnit,
  draftFile,
  draftPaper,
  importFiles,
  listCommitments,
  listPapers,
  listUnits,
  madeFile,
  makePaper,
  type PaperRequest,
  paperEnvelope,
} from '../../src/operations/index.ts';
import { NO_FACTS, type Seat, type SeriesActionBody, type TaskActionBody } from '../../src/register/index.ts';
import { onEveryRegister } from './databases.ts';
import { file, statement } from './texts.ts';

const OUT = process.env.SERVANDA_PAPERS;

interface Side {
  readonly context: Context;
  readonly keeper: Seat;
  readonly other: Seat;
  readonly roads: string;
  readonly series: string;
  readonly request: PaperRequest;
}

/** A side with a ministry and a department, four tasks that stand differently, and a session with an agenda. */
async function side(open: () => Promise<Context>): Promise<Side> {
  const opened = await open();
  const context = { ...opened, clock: fixedClock('2026-07-06T08:00:00.000Z') };
  const machine = { by: 'machine', party: null, account: null };
  const unit = async (vi: string, zh: string, parent: string | null) => {
    const blank = { from: null, until: null, successor: null, entity: null };
    return (await addUnit(context, machine, { party: 'XL', names: { vi: [vi], zh: [zh], en: [vi] }, parent, ...blank }))
      .id;
  };
  const ministry = await unit('Ủy ban nhân dân tỉnh Bắc Sơn', '北山省人民政府', null);
  const roads = await unit('Sở Giao thông', '交通厅', ministry);
  const money = await unit('Sở Tài chính', '财政厅', ministry);
  const keeper: Seat = {
    hand: 'lan',
    role: 'secretariat',
    party: 'XL',
    unit: ministry,
    units: [ministry, roads, money],
  };
  const other: Seat = { hand: 'tam', role: 'secretariat', party: 'XT', unit: 'office', units: ['office'] };
  await importFiles(context, { files: [file('2025.txt', statement(2025))], by: 'lan' });
  const rows = (await listCommitments(context, { kind: ['commitment'] })).rows;
  const given = (index: number, title: string, day: string | null) => ({
    ...{ party: 'XL', audience: index === 3 ? ('internal' as const) : ('own-side' as const), title, parent: null },
    ...{ commitments: [rows[index]?.id ?? ''], lead: roads, unresolved: [], every: 'quarter' as const },
    coordinators: index === 2 ? [] : [{ unit: money, due: null, part: '' }],
    due: day === null ? null : { day, basis: 'person' as const, source: '' },
  });
  const at = atSeat(context, keeper);
  const tasks = await assignTasks(
    at,
    [
      given(0, 'Khởi công tuyến đường sắt', '2026-05-20'),
      given(1, 'Mở cửa khẩu thông minh', '2026-12-31'),
      given(2, 'Lập đường dây nóng', null),
      given(3, 'Việc nội bộ không công khai', '2026-06-01'),
    ],
    keeper,
  );
  const act = async (task: string, ...bodies: Exclude<TaskActionBody, { type: 'assign' }>[]) => {
    for (const [index, body] of bodies.entries()) await actOnTask(at, { id: task, version: index + 1, body }, keeper);
  };
  const raised = { id: 'o', kind: 'money', text: 'Chưa bố trí vốn đối ứng', to: money, limit: null } as const;
  await act(tasks[0] ?? '', { type: 'accept' }, { type: 'raise', obstacle: raised });
  const shown = { kind: 'document', title: 'Biên bản nghiệm thu', number: '05/BB-SGT', date: '2026-06-20' } as const;
  await act(
    tasks[2] ?? '',
    { type: 'accept' },
    { type: 'settle', outcome: 'done', day: '2026-06-25', reason: null, note: '', evidence: [shown] },
  );
  const names = { vi: ['Ủy ban Chỉ đạo'], zh: ['指导委员会'], en: ['Steering Committee'] };
  const content = {
    names,
    parties: ['XL', 'XT'],
    members: [],
    hosts: [],
    level: null,
    every: null,
    standing: 'there' as const,
    keptOut: [],
  };
  const begun = await beginSeries(at, { relation: 'demonstration', series: content, own: false }, keeper);
  const item = {
    id: 'gate',
    text: 'Cửa khẩu thông minh',
    tasks: [tasks[1] ?? ''],
    commitments: [rows[1]?.id ?? ''],
    why: 'other' as const,
  };
  const steps: Exclude<SeriesActionBody, { type: 'begin' | 'take-up' }>[] = [
    { type: 'open', session: 's', facts: { ...NO_FACTS, ordinal: 8, date: '2026-08-01' } },
    { type: 'add-item', item },
    { type: 'write-minute', item: 'gate', text: 'Hai bên thống nhất đẩy nhanh tiến độ.' },
  ];
  for (const [index, body] of steps.entries())
    await actOnSeries(at, { id: begun.id, version: index + 1, body }, keeper);
  const request: PaperRequest = {
    ...{ kind: 'report', layout: 'vn-state-2020', relation: 'demonstration', party: 'XL', language: 'vi', other: null },
    ...{ unit: roads, tasks: [], every: 'quarter', asOf: '2026-06-01', series: null, session: null, issuer: roads },
    ...{
      number: null,
      notation: 'BC-SGT',
      term: '',
      place: 'Bắc Sơn',
      date: '2026-07-06',
      annexSize: 'A4',
      answerBy: null,
    },
    ...{ addressees: ['Ủy ban nhân dân tỉnh Bắc Sơn'], recipients: ['Sở Tài chính'], authority: 'KT. GIÁM ĐỐC' },
    ...{ signTitle: 'Phó Giám đốc', signer: 'Nguyễn Văn An' },
  };
  return { context, keeper, other, roads, series: begun.id, request };
}

const KINDS = [
  ['dispatch', 'vn-state-2020', 'SGT-KH'],
  ['urging', 'vn-party-05', 'CV/TU'],
  ['report', 'vn-state-2020', 'BC-SGT'],
  ['leaders', 'vn-party-36', 'BC/TU'],
  ['session', 'cn-official-2012', '北交发'],
  ['minutes', 'plain', ''],
  ['brief', 'vn-state-2020', 'BC-SGT'],
] as const;

onEveryRegister('papers', (open) => {
  test('of every kind keep the rules of their layout, and say in Word what the register holds', async () => {
    const { context, keeper, series, request } = await side(open);
    const at = atSeat(context, keeper);
    const said: Record<string, string> = {};
    for (const [kind, layout, notation] of KINDS) {
      const party = layout.startsWith('vn-party');
      const asked: PaperRequest = {
        ...{ ...request, kind, layout, notation, other: kind === 'minutes' ? 'zh' : null },
        ...{ unit: kind === 'leaders' || kind === 'session' ? null : request.unit },
        ...(party && { authority: 'T/M BAN THƯỜNG VỤ', signTitle: 'Phó Bí thư' }),
        series: kind === 'session' || kind === 'minutes' ? series : null,
      };
      const draft = await draftPaper(at, asked, keeper);
      expect(draft.deviations, kind).toEqual([]);
      const { bytes } = await draftFile(at, asked, 'docx', keeper);
      said[kind] = (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;
      if (kind !== 'minutes' && OUT === undefined) continue;
      const { bytes: pdf } = await draftFile(at, asked, 'pdf', keeper);
      expect(Buffer.from(pdf.slice(0, 5)).toString()).toBe('%PDF-');
      if (OUT !== undefined) {
        mkdirSync(OUT, { recursive: true });
        writeFileSync(`${OUT}/${kind}.docx`, bytes);
        writeFileSync(`${OUT}/${kind}.pdf`, pdf);
      }
    }
    expect(said.dispatch).toContain('V/v triển khai thực hiện');
    expect(said.dispatch).toContain('Mở cửa khẩu thông minh');
    expect(said.dispatch).not.toContain('Lập đường dây nóng');
    expect(said.urging).toContain('Khởi công tuyến đường sắt');
    expect(said.urging).not.toContain('Mở cửa khẩu thông minh');
    expect(said.report).toContain('hoàn thành ngày 25/6/2026');
    for (const words of ['không ghi', 'open the border gate of Norrin', 'Chưa bố trí vốn đối ứng', 'Sở Tài chính']) {
      expect(said.report, words).toContain(words);
    }
    expect(said.leaders).toContain('Nội dung cần xem xét, quyết định');
    expect(said.session).toContain('指导委员会第8次会议');
    expect(said.minutes).toContain('双方就各项承诺的落实情况交换了意见');
    expect(said.minutes).toContain('Hai bên thống nhất đẩy nhanh tiến độ.');
    expect(said.minutes).not.toContain('Chưa bố trí vốn đối ứng');
    expect(said.brief).toContain('Quá hạn');
  });

  test('go out as an edXML envelope once both ends have a code, with the Word file as it was kept inside', async () => {
    const { context, keeper, request } = await side(open);
    const at = atSeat(context, keeper);
    const { id } = await makePaper(at, { ...request, number: 'next' }, keeper);
    await expect(paperEnvelope(at, id)).rejects.toMatchObject({ code: 'unit-without-code' });
    const machine = { by: 'machine', party: null, account: null };
    for (const [at, unit] of (await listUnits(context)).entries()) {
      await changeUnit(context, machine, { id: unit.id, version: 1, fields: { code: `000.00.1${at}.H56` } });
    }
    const xml = new TextDecoder().decode((await paperEnvelope(at, id)).bytes);
    const document = new DOMParser().parseFromString(xml, 'text/xml');
    const words = (name: string) =>
      [...document.getElementsByTagName(`edXML:${name}`)].map(({ textContent }) => textContent);
    expect(words('OrganName')).toEqual(['Sở Giao thông', 'Ủy ban nhân dân tỉnh Bắc Sơn']);
    expect([words('CodeNumber'), words('CodeNotation')]).toEqual([['1'], ['BC-SGT']]);
    expect([words('PromulgationDate'), words('TypeName')]).toEqual([['2026/07/06'], ['Báo cáo']]);
    const attached = [...document.getElementsByTagName('edXML:Attachment')][0];
    const content = [...(attached?.childNodes ?? [])].at(-1)?.textContent ?? '';
    expect(new Uint8Array(Buffer.from(content, 'base64'))).toEqual(
      new Uint8Array((await madeFile(at, id, 'docx')).bytes),
    );
  });

  test('have no number until a person reserves one, and each number once in its row', async () => {
    const { context, keeper, request } = await side(open);
    const at = atSeat(context, keeper);
    const draft = await draftPaper(at, request, keeper);
    expect(draft.lacks.map(({ lack }) => lack)).toContain('number');
    expect(JSON.stringify(draft.setting)).not.toMatch(/Số: \d/);
    const first = await makePaper(at, { ...request, number: 'next' }, keeper);
    const second = await makePaper(at, { ...request, number: 'next' }, keeper);
    expect([first.number, second.number]).toEqual([1, 2]);
    await expect(makePaper(at, { ...request, number: 2 }, keeper)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const nextYear = await makePaper(at, { ...request, date: '2027-01-04', number: 'next' }, keeper);
    expect(nextYear.number).toBe(1);
    const party = { ...request, layout: 'vn-party-05', term: '2025-2030', number: 'next' as const };
    const [one, two] = [
      await makePaper(at, party, keeper),
      await makePaper(at, { ...party, date: '2028-02-01' }, keeper),
    ];
    expect([one.number, two.number]).toEqual([1, 2]);
  });

  test('that were made stay as they were, byte for byte, and are seen by who keeps the tasks or made them', async () => {
    const { context, keeper, other, roads, request } = await side(open);
    const at = atSeat(context, keeper);
    const made = await makePaper(at, { ...request, number: 'next' }, keeper);
    const before = await madeFile(at, made.id, 'docx');
    await makePaper(at, request, keeper);
    expect(Buffer.from((await madeFile(at, made.id, 'docx')).bytes).equals(Buffer.from(before.bytes))).toBe(true);
    const { queries } = context.whole;
    await expect(sql`update paper set title = 'x'`.execute(queries)).rejects.toThrow();
    await expect(sql`delete from paper`.execute(queries)).rejects.toThrow();
    expect(await listPapers(at)).toHaveLength(2);
    const head: Seat = { hand: 'minh', role: 'unit-head', party: 'XL', unit: roads, units: [roads] };
    const reader: Seat = { hand: 'hoa', role: 'reader', party: 'XL', unit: 'elsewhere', units: ['elsewhere'] };
    for (const seat of [other, head, reader]) {
      expect(await listPapers(atSeat(context, seat))).toEqual([]);
      await expect(madeFile(atSeat(context, seat), made.id, 'pdf')).rejects.toMatchObject({ code: 'not-found' });
    }
    await expect(makePaper(atSeat(context, reader), request, reader)).rejects.toMatchObject({ code: 'seat-may-not' });
    await expect(draftPaper(atSeat(context, other), request, other)).rejects.toMatchObject({ code: 'seat-may-not' });
    const drafted = JSON.stringify((await draftPaper(atSeat(context, reader), request, reader)).setting);
    expect(drafted).toContain('Khởi công tuyến đường sắt');
    expect(drafted).not.toContain('Việc nội bộ không công khai');
  });
});
