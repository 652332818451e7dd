import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  backup,
  type Context,
  changeVersions,
  decide,
  declineVersion,
  getCommitment,
  importFiles,
  joinWorks,
  listCommitments,
  listProposals,
  listWorks,
  readExpression,
  readParallels,
  readVersions,
  rebuildRegister,
  restore,
  separateText,
  type Versions,
} from '../../src/operations/index.ts';
import { onEveryRegister } from './databases.ts';
import { file } from './texts.ts';

const EXAMPLES = join(import.meta.dirname, '../../examples');
/** Lines that are read of each text: enough passages and differences, and quickly compared. */
const LINES = 45;
const beginning = (name: string) =>
  file(name, readFileSync(join(EXAMPLES, name), 'utf8').split('\n').slice(0, LINES).join('\n'));
const VIETNAMESE = beginning('joint-statement-2023.vi.txt');
const ENGLISH = beginning('joint-statement-2023.en-draft.txt');

async function settled(context: Context): Promise<void> {
  while (context.running.size > 0) await Promise.allSettled([...context.running]);
}

/** Two versions of one statement, joined as a person confirms them. */
async function joined(open: () => Promise<Context>) {
  const context = await open();
  await importFiles(context, { files: [VIETNAMESE, ENGLISH], by: 'mai' });
  const [proposal] = await listProposals(context);
  const works = await listWorks(context);
  const versionOf = (id: string) => works.find((work) => work.id === id)?.version ?? 0;
  const from = { id: proposal?.workId ?? '', version: versionOf(proposal?.workId ?? '') };
  const id = proposal?.other.workId ?? '';
  const work = await joinWorks(context, { id, version: versionOf(id), by: 'mai', from });
  const [a, b] = work.expressions.map((expression) => expression.id).sort() as [string, string];
  return { context, work, a, b, from };
}

async function compared(context: Context, a: string, b: string): Promise<Versions> {
  await readVersions(context, a, b);
  await settled(context);
  return readVersions(context, a, b);
}

onEveryRegister('language versions of a work', (open) => {
  test('a file that is clearly the same work in another language is proposed, and never joined by itself', async () => {
    const context = await open();
    const files = [VIETNAMESE, beginning('joint-statement-2024.zh.txt'), ENGLISH];
    const job = await importFiles(context, { files, by: 'mai' });
    expect(job.files.map(({ messages }) => messages.some(({ id }) => id === 'import.version-proposed'))).toEqual([
      false,
      false,
      true,
    ]);
    expect(await listWorks(context)).toHaveLength(3);
    const [proposal, ...others] = await listProposals(context);
    expect(others).toEqual([]);
    expect(proposal).toMatchObject({ language: 'en', other: { language: 'vi' } });
    expect(proposal?.confidence).toBeGreaterThan(0.8);
  });

  test('what a person declines is not proposed again', async () => {
    const context = await open();
    await importFiles(context, { files: [VIETNAMESE, ENGLISH], by: 'mai' });
    const [proposal] = await listProposals(context);
    const id = proposal?.workId ?? '';
    const version = (await listWorks(context)).find((work) => work.id === id)?.version ?? 0;
    await declineVersion(context, { id, version, other: proposal?.other.expressionId ?? '', by: 'mai' });
    expect(await listProposals(context)).toEqual([]);
    expect(await listWorks(context)).toHaveLength(2);
  });

  test('joined texts are one work, and a text taken out is back in the work it came from', async () => {
    const { context, work, b, from } = await joined(open);
    expect(await listWorks(context)).toHaveLength(1);
    expect(work.expressions.map(({ language }) => language).sort()).toEqual(['en', 'vi']);
    expect(await listProposals(context)).toEqual([]);
    const { rows } = await listCommitments(context, { limit: 500 });
    expect(new Set(rows.map(({ workId }) => workId))).toEqual(new Set([work.id]));
    const apart = await separateText(context, { id: work.id, version: work.version, by: 'mai', expressionId: b });
    expect(apart.id).toBe(from.id);
    expect((await listWorks(context)).map(({ expressions }) => expressions.length)).toEqual([1, 1]);
  });

  test('a work cannot be joined with itself, nor over a change somebody else made, nor left without a text', async () => {
    const { context, work, a, b } = await joined(open);
    const { id, version } = work;
    const again = { id, version, by: 'mai', from: { id, version } };
    await expect(joinWorks(context, again)).rejects.toMatchObject({ code: 'input-invalid' });
    const stale = { id, version: version - 1, by: 'mai', expressionId: b };
    await expect(separateText(context, stale)).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await separateText(context, { id, version, by: 'mai', expressionId: b });
    const last = { id, version: version + 1, by: 'mai', expressionId: a };
    await expect(separateText(context, last)).rejects.toMatchObject({ code: 'input-invalid' });
  });
});

onEveryRegister('two texts side by side', (open) => {
  test('are compared once, in the background, and shown in one order whichever is asked for first', async () => {
    const { context, a, b } = await joined(open);
    const first = await readVersions(context, b, a);
    expect(first).toMatchObject({ progress: expect.any(Number), beads: [], findings: [] });
    await settled(context);
    const done = await readVersions(context, a, b);
    expect(done).toMatchObject({ progress: null, problem: null, version: 0 });
    expect([done.a.expression.id, done.b.expression.id]).toEqual([a, b]);
    expect(done.findings.length).toBeGreaterThan(5);
    for (const side of ['a', 'b'] as const) {
      const passages = done.beads.flatMap((bead) => bead[side]).sort((one, other) => one - other);
      expect(passages).toEqual(done[side].passages.map((_, index) => index));
      for (const finding of done.findings) {
        const words = finding[side];
        if (words) expect(done[side].text.slice(words.span.start, words.span.end)).toBe(words.quote);
      }
    }
    expect((await readVersions(context, a, b)).progress).toBeNull();
  });

  test('keep what a person linked and unlinked when they are compared again, and give it back by undo', async () => {
    const { context, a, b } = await joined(open);
    const before = await compared(context, a, b);
    const bead = before.beads.find((one) => one.a.length === 1 && one.b.length === 1 && (one.a[0] ?? 0) > 4);
    const change = { a: bead?.a ?? [], b: bead?.b ?? [], by: 'mai' };
    const together = ({ beads }: Versions) => beads.some((one) => `${one.a}=${one.b}` === `${change.a}=${change.b}`);
    await changeVersions(context, a, b, { ...change, type: 'unlink', version: 0 });
    const apart = await compared(context, a, b);
    expect(together(apart)).toBe(false);
    expect(
      apart.findings.some(({ type, a: words }) => type === 'omitted' && words?.quote === quoteOf(before, change.a)),
    ).toBe(true);
    await importFiles(context, { files: [{ ...ENGLISH, bytes: later(ENGLISH.bytes) }], by: 'mai' });
    await settled(context);
    expect(together(await compared(context, a, b))).toBe(false);
    await changeVersions(context, a, b, { type: 'undo', version: 1, by: 'mai' });
    expect(together(await compared(context, a, b))).toBe(true);
  });

  test('keep a judgement over comparisons, even of what is not found any more', async () => {
    const { context, a, b } = await joined(open);
    const { findings } = await compared(context, a, b);
    const [finding] = findings;
    const judge = { type: 'judge', key: finding?.key ?? '', note: ' say “sign” ', by: 'mai' } as const;
    await changeVersions(context, a, b, { ...judge, verdict: 'true', version: 0 });
    await importFiles(context, { files: [{ ...ENGLISH, bytes: later(ENGLISH.bytes) }], by: 'mai' });
    await settled(context);
    const again = await compared(context, a, b);
    expect(again.findings.find(({ key }) => key === finding?.key)).toMatchObject({
      judgement: { verdict: 'true', note: 'say “sign”', by: 'mai' },
    });
    const stale = changeVersions(context, a, b, { ...judge, verdict: 'false', version: 0 });
    await expect(stale).rejects.toMatchObject({ code: 'changed-meanwhile' });
    const unknown = changeVersions(context, a, b, { ...judge, key: 'nothing', verdict: 'true', version: 1 });
    await expect(unknown).rejects.toMatchObject({ code: 'not-found' });
  });

  test('that have nothing to do with each other say so and are not compared word by word', async () => {
    const context = await open();
    const other = file(
      'garden.en.txt',
      'The roses are watered in the evening.\n\nA kite hung in the oak.\n\nThe cat slept.',
    );
    await importFiles(context, { files: [VIETNAMESE, other], by: 'mai' });
    const [a, b] = (await listWorks(context)).flatMap(({ expressions }) => expressions.map(({ id }) => id));
    const versions = await compared(context, a ?? '', b ?? '');
    expect(versions.messages.map(({ id }) => id)).toContain('alignment.unrelated');
    expect(versions.findings).toEqual([]);
    await expect(readVersions(context, a ?? '', a ?? '')).rejects.toMatchObject({ code: 'input-invalid' });
    await expect(readVersions(context, a ?? '', 'nothing')).rejects.toMatchObject({ code: 'not-found' });
  });
});

onEveryRegister('one commitment in two languages', (open) => {
  async function pair(context: Context, a: string, b: string) {
    await compared(context, a, b);
    const { commitments } = await readExpression(context, b);
    for (const { id } of commitments) {
      const [parallel] = await readParallels(context, id);
      if (parallel?.commitment) return { id, parallel, entry: parallel.commitment };
    }
    throw new Error('no commitment has a counterpart');
  }

  test('is one entry with two citations once a person joined them, and two again after undo', async () => {
    const { context, a, b } = await joined(open);
    const { total } = await listCommitments(context, {});
    const { id, parallel, entry } = await pair(context, a, b);
    expect(parallel.passage?.words).toContain(entry.quote.slice(0, 20));
    expect(parallel).toMatchObject({ expressionId: a, language: 'vi', progress: null, commitment: { joined: false } });
    const citation = await decide(context, { id, version: 1, by: 'mai', type: 'join', to: entry.id });
    expect(citation).toMatchObject({ joinedTo: entry.id, decision: 'confirmed', alsoIn: ['vi'] });
    const list = await listCommitments(context, { limit: 500 });
    expect(list.total).toBe(total - 1);
    expect(list.facets.kind.reduce((sum, { count }) => sum + count, 0)).toBe(total - 1);
    expect(list.rows.find((row) => row.id === entry.id)).toMatchObject({ alsoIn: ['en'], decision: 'confirmed' });
    expect((await getCommitment(context, entry.id)).citations.map((one) => one.id)).toEqual([id]);
    expect((await readParallels(context, entry.id))[0]?.commitment).toMatchObject({ id, joined: true, score: 1 });
    const text = await listCommitments(context, { expression: [b], limit: 500 });
    expect(text.rows.map((row) => row.id)).toContain(id);
    await rebuildRegister(context);
    expect((await listCommitments(context, {})).total).toBe(total - 1);
    await decide(context, { id, version: 2, by: 'mai', type: 'undo' });
    expect((await listCommitments(context, {})).total).toBe(total);
  });

  test('is separated where its texts part', async () => {
    const { context, work, a, b } = await joined(open);
    const { id, entry } = await pair(context, a, b);
    await decide(context, { id, version: 1, by: 'mai', type: 'join', to: entry.id });
    await separateText(context, { id: work.id, version: work.version, by: 'lan', expressionId: b });
    const apart = await getCommitment(context, id);
    expect(apart).toMatchObject({ joinedTo: null, decision: 'confirmed', citations: [] });
    expect(apart.history.map(({ type, by }) => [type, by]).at(-1)).toEqual(['separate', 'lan']);
  });

  test('cannot be joined within one text, across works, or with itself through another', async () => {
    const { context, work, a, b } = await joined(open);
    const { id, entry } = await pair(context, a, b);
    const sibling = (await readExpression(context, b)).commitments.find((one) => one.id !== id);
    const within = decide(context, { id, version: 1, by: 'mai', type: 'join', to: sibling?.id ?? '' });
    await expect(within).rejects.toMatchObject({ code: 'input-invalid' });
    await decide(context, { id, version: 1, by: 'mai', type: 'join', to: entry.id });
    const { version } = await getCommitment(context, entry.id);
    expect(await decide(context, { id: entry.id, version, by: 'mai', type: 'join', to: id })).toMatchObject({
      version,
    });
    await decide(context, { id, version: 2, by: 'mai', type: 'undo' });
    await separateText(context, { id: work.id, version: work.version, by: 'lan', expressionId: b });
    const across = decide(context, { id, version: 3, by: 'mai', type: 'join', to: entry.id });
    await expect(across).rejects.toMatchObject({ code: 'input-invalid' });
  });

  test('travels in a backup with everything that people said of the two texts', async () => {
    const { context, a, b } = await joined(open);
    const { id, entry } = await pair(context, a, b);
    await decide(context, { id, version: 1, by: 'mai', type: 'join', to: entry.id });
    const { findings } = await compared(context, a, b);
    const judge = {
      type: 'judge',
      key: findings[0]?.key ?? '',
      verdict: 'false',
      note: '',
      version: 0,
      by: 'mai',
    } as const;
    await changeVersions(context, a, b, judge);
    await settled(context);
    const before = await readVersions(context, a, b);
    const target = await open();
    await restore(target, backup(context));
    expect(await readVersions(target, a, b)).toEqual(before);
    expect(await getCommitment(target, id)).toEqual(await getCommitment(context, id));
  });
});

/** The same text with one line more at its end. */
function later(bytes: Uint8Array): Uint8Array {
  return new TextEncoder().encode(`${new TextDecoder().decode(bytes).trimEnd()}\n\nUnofficial translation.\n`);
}

function quoteOf({ a }: Versions, passages: readonly number[]): string {
  const { span } = a.passages[passages[0] ?? 0] ?? { span: { start: 0, end: 0 } };
  return a.text.slice(span.start, span.end);
}
