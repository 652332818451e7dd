import { expect, test } from 'vitest';
import { fixedClock } from '../../src/kernel/index.ts';
import {
  addEntity,
  type Context,
  decideEntity,
  type EntityDetail,
  type EntityRow,
  entityBatches,
  getEntity,
  importFiles,
  listCommitments,
  listEntries,
  listWorks,
  rebuildRegister,
  withdrawWork,
} from '../../src/operations/index.ts';
import { onEveryRegister } from './databases.ts';
import { file } from './texts.ts';

const FIRST = `JOINT STATEMENT
between the Republic of Ilmara and the Republic of Tavoria

Senmar, 12 March 2025

1. The two sides agreed to convene the 2+2 Strategic Dialogue in 2025 and to support the Department of Coastal Fisheries.

2. The 16th meeting of the Joint Commission was held in Velgar in March 2025.

3. The two sides agreed to upgrade the bilateral border gate Selmi (Ilmara) - Norbak (Tavoria) into an international border gate.`;

const SECOND = `JOINT STATEMENT
between the Republic of Ilmara and the Republic of Tavoria

Velgar, 20 April 2026

1. The two sides agreed to convene the 3+3 Strategic Dialogue and to train staff of the Department for Coastal Fisheries.

2. The 16th meeting of the Joint Commission was held in Senmar in February 2026.`;

async function filled(open: () => Promise<Context>): Promise<Context> {
  const context = await open();
  await importFiles(context, { files: [file('2025.txt', FIRST), file('2026.txt', SECOND)], by: 'lan' });
  return context;
}

async function all(context: Context, kind: EntityRow['kind']): Promise<EntityRow[]> {
  return (await Array.fromAsync(entityBatches(context, { kind }))).flat();
}

function named(rows: readonly EntityRow[], name: string): EntityRow {
  const row = rows.find(({ fields }) => Object.values(fields.names).flat().includes(name));
  if (row === undefined) throw new Error(`no ${name}`);
  return row;
}

const by = (row: Pick<EntityDetail, 'id' | 'version'>) => ({ id: row.id, version: row.version, by: 'lan' });

onEveryRegister('the registers the texts build', (open) => {
  test('hold the profile of the relation and, first, the names it does not have', async () => {
    const context = await filled(open);
    const { rows, facets } = await listEntries(context, { kind: 'body' });
    expect(rows[0]).toMatchObject({ state: 'proposed', origin: 'text', mentions: 1 });
    expect(facets.state.map(({ value }) => value).sort()).toEqual(['profile', 'proposed']);
    expect(named(rows, 'Ministry of Justice of Ilmara')).toMatchObject({ state: 'profile', mentions: 0 });
  });

  test('show one ordinal given to two sessions, and mend nothing', async () => {
    const context = await filled(open);
    const commission = named(await all(context, 'mechanism'), 'Joint Commission');
    expect(commission.contradictions).toBe(2);
    expect(commission.summary.last).toMatchObject({ ordinal: 16, host: 'Senmar' });
    const { facts } = await getEntity(context, commission.id);
    for (const { quote, span, expressionId } of facts) {
      expect(quote.length).toBe(span.end - span.start);
      expect(expressionId).not.toBe('');
    }
    const [wrong] = facts.filter(({ contradicts }) => contradicts);
    const after = await decideEntity(context, { ...by(commission), type: 'dismiss', fact: wrong?.key ?? '' });
    expect(after).toMatchObject({ contradictions: 0, canUndo: true });
    expect((await decideEntity(context, { ...by(after), type: 'undo' })).contradictions).toBe(2);
  });

  test('find what a predecessor was named, and say who followed whom', async () => {
    const context = await filled(open);
    const later = named(await all(context, 'mechanism'), '3+3 Strategic Dialogue');
    const { total, rows } = await listCommitments(context, { entity: [later.id] });
    expect(total).toBe(2);
    expect(rows.map(({ quote }) => quote).join()).toContain('2+2');
    const detail = await getEntity(context, later.id);
    expect(detail.predecessors.map(({ names }) => names.en?.[0])).toEqual(['2+2 Strategic Dialogue']);
    expect(detail.commitments).toBe(1);
  });

  test('keep a gate as a pair with its grade and what is planned for it', async () => {
    const context = await filled(open);
    const gate = named(await all(context, 'gate'), 'Selmi – Norbak');
    expect(gate.fields.sides?.map(({ party }) => party)).toEqual(['XL', 'XT']);
    expect(gate.summary).toMatchObject({ grade: 'bilateral', change: { change: 'upgrade', status: 'planned' } });
  });

  test('merge two names of one body, count them as one, and take the merge back', async () => {
    const context = await filled(open);
    const bodies = await all(context, 'body');
    const [one, other] = [
      named(bodies, 'Department of Coastal Fisheries'),
      named(bodies, 'Department for Coastal Fisheries'),
    ];
    expect(one.duplicate?.id).toBe(other.id);
    const merged = await decideEntity(context, { ...by(other), type: 'merge', into: one.id });
    expect(merged).toMatchObject({ state: 'merged', mergedInto: one.id });
    expect(await getEntity(context, one.id)).toMatchObject({ mentions: 2, works: 2, commitments: 2 });
    expect((await listCommitments(context, { entity: [one.id] })).total).toBe(2);
    await expect(decideEntity(context, { ...by(one), type: 'merge', into: other.id })).rejects.toMatchObject({
      code: 'input-invalid',
    });
    await decideEntity(context, { ...by(merged), type: 'undo' });
    expect(await getEntity(context, one.id)).toMatchObject({ mentions: 1 });
    expect(await getEntity(context, other.id)).toMatchObject({ state: 'proposed', mentions: 1 });
  });

  test('keep what people decided when a text names the same again', async () => {
    const context = await filled(open);
    const body = named(await all(context, 'body'), 'Department of Coastal Fisheries');
    const names = { en: ['Department of Coastal Fisheries', 'Fisheries Department'], zh: ['沿海渔业司'] };
    const edited = await decideEntity(context, { ...by(body), type: 'edit', fields: { names, party: 'XL' } });
    expect(edited).toMatchObject({ state: 'confirmed', fields: { party: 'XL' } });
    const again = FIRST.replace('12 March 2025', '13 March 2025');
    await importFiles(context, { files: [file('2025.txt', again)], by: 'lan' });
    const after = await getEntity(context, body.id);
    expect(after).toMatchObject({ state: 'confirmed', mentions: 1, fields: { party: 'XL', names } });
    const before = await all(context, 'body');
    expect(await rebuildRegister(context)).toBeGreaterThan(0);
    expect(await all(context, 'body')).toEqual(before);
  });

  test('leave out what only a withdrawn work names, and refuse a decision on another version', async () => {
    const context = await filled(open);
    const body = named(await all(context, 'body'), 'Department of Coastal Fisheries');
    await expect(decideEntity(context, { ...by(body), version: 7, type: 'confirm' })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    const work = (await listWorks(context)).find(({ date }) => date === '2025-03-12');
    await withdrawWork(context, { id: work?.id ?? '', version: work?.version ?? 0, by: 'lan' });
    const left = await all(context, 'body');
    expect(left.some(({ id }) => id === body.id)).toBe(false);
  });

  test('take an entry that a person adds, and find it again by any of its names', async () => {
    const context = await filled(open);
    const fields = { names: { en: ['Joint Lighthouse Board'], vi: ['Ban Hải đăng chung'] }, type: 'joint' };
    const added = await addEntity(context, { relation: 'demonstration', kind: 'body', fields, by: 'lan' });
    expect(added).toMatchObject({ state: 'confirmed', origin: 'person' });
    const found = await listEntries(context, { kind: 'body', q: 'hai dang' });
    expect(found.rows.map(({ id }) => id)).toEqual([added.id]);
    await expect(
      addEntity(context, { relation: 'demonstration', kind: 'body', fields: { names: { en: [' '] } }, by: 'lan' }),
    ).rejects.toMatchObject({ code: 'input-invalid' });
  });

  test('stand as they stood on a past day: entries, what they stood for, what texts said, and every count', async () => {
    const context = await open();
    const on = (day: string) => ({ ...context, clock: fixedClock(`2026-${day}T08:00:00.000Z`) });
    const [march, june] = [on('03-01'), on('06-01')];
    await importFiles(march, { files: [file('2025.txt', FIRST)], by: 'lan' });
    const [early, agency] = await Promise.all(
      ['Fisheries Agency', 'Coast Agency'].map((name) =>
        addEntity(march, { relation: 'demonstration', kind: 'body', fields: { names: { en: [name] } }, by: 'lan' }),
      ),
    );
    const fisheries = named(await all(march, 'body'), 'Department of Coastal Fisheries');
    await decideEntity(march, { ...by(early as EntityDetail), type: 'merge', into: fisheries.id });
    const looks = async (at: Context, asOf?: string) => ({
      lists: [
        await listEntries(at, { kind: 'body', limit: 500, asOf }),
        await listEntries(at, { kind: 'mechanism', state: ['profile'], asOf }),
        await listEntries(at, { kind: 'body', q: 'fisheries', asOf }),
      ],
      one: await getEntity(at, fisheries.id, asOf),
      named: (await listCommitments(at, { entity: [fisheries.id], asOf })).rows.map(({ id }) => id),
    });
    const then = await looks(march);
    expect(then).toMatchObject({ one: { commitments: 1, merged: [{ id: early?.id }] }, named: [expect.any(String)] });

    await importFiles(june, { files: [file('2026.txt', SECOND)], by: 'lan' });
    const fields = { names: { en: ['Fisheries Department'] }, party: 'XL' };
    const edited = await decideEntity(june, { ...by(fisheries), type: 'edit', fields });
    await decideEntity(june, { ...by(edited), type: 'merge', into: agency?.id ?? '' });
    const later = named(await all(june, 'body'), 'Department for Coastal Fisheries');
    const work = (await listWorks(june)).find(({ date }) => date === '2025-03-12');
    await withdrawWork(june, { id: work?.id ?? '', version: work?.version ?? 0, by: 'lan' });
    expect((await looks(june)).named).not.toEqual(then.named);
    expect(await looks(june, '2026-03-01')).toEqual(then);
    expect((await listEntries(june, { kind: 'body', asOf: '2026-02-28' })).total).toBe(0);
    await expect(getEntity(june, later.id, '2026-03-01')).rejects.toMatchObject({ code: 'not-found' });
  });
});
