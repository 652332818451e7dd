import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
  actOnPerson,
  addPerson,
  addUnit,
  type Context,
  endPost,
  holdPost,
  listHands,
  listPeople,
} from '../../src/operations/index.ts';
import { onEveryRegister } from './databases.ts';

const BACKFILL = readFileSync(join(import.meta.dirname, '../../src/db/migrations/0022-account-party.sql'), 'utf8')
  .split(';')
  .filter((statement) => statement.includes('update account'));

const HERE = { by: 'h-here', party: 'XL', account: null };
const THERE = { by: 'h-there', party: 'XT', account: null };
const MACHINE = { by: 'machine', party: null, account: null };

onEveryRegister('the people of two parties', (open) => {
  const unitOf = async (register: Context, party: string) => {
    const blank = { parent: null, from: null, until: null, successor: null, entity: null };
    return (await addUnit(register, MACHINE, { party, names: { en: [`Office ${party}`] }, ...blank })).id;
  };
  const reader = (account: string, unit: string) => {
    return { account, unit, role: 'reader', from: '2026-01-01', until: null } as const;
  };

  test('are kept by their own administrators alone, with a post and without', async () => {
    const register = await open();
    const [here, there] = [await unitOf(register, 'XL'), await unitOf(register, 'XT')];
    const { id } = await addPerson(register, HERE, { name: 'Ana Korvel', mail: 'ana@ilmara.example' });
    expect(await listPeople(register, THERE)).toEqual([]);
    for (const type of ['invite', 'disable', 'enable', 'totp-off'] as const) {
      await expect(actOnPerson(register, THERE, id, type)).rejects.toMatchObject({ code: 'not-found' });
    }
    await expect(holdPost(register, THERE, reader(id, there))).rejects.toMatchObject({ code: 'not-found' });
    await expect(holdPost(register, MACHINE, reader(id, there))).rejects.toMatchObject({ code: 'input-invalid' });
    await holdPost(register, HERE, reader(id, here));
    expect((await listPeople(register, HERE)).map((one) => one.id)).toEqual([id]);
  });

  test('keep an administrator, though two of them end or shut out each other at the same moment', async () => {
    const register = await open();
    const unit = await unitOf(register, 'XL');
    const add = async (name: string) => {
      const { id } = await addPerson(register, HERE, { name, mail: `${name}@ilmara.example` });
      await sql`update account set password = 'chosen' where id = ${id}`.execute(register.whole.queries);
      return { id, hand: await holdPost(register, HERE, { ...reader(id, unit), role: 'administrator' }) };
    };
    const [ana, ivo] = [await add('ana'), await add('ivo')];
    const as = ({ id, hand }: typeof ana) => ({ by: hand, party: 'XL', account: id });
    expect((await listHands(register, 'XL')).map(({ id }) => id).sort()).toEqual([ana.hand, ivo.hand].sort());
    expect(await listHands(register, 'XT')).toEqual([]);
    const shut = await Promise.allSettled([
      actOnPerson(register, as(ana), ivo.id, 'disable'),
      actOnPerson(register, as(ivo), ana.id, 'disable'),
    ]);
    expect(shut.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await sql`update account set disabled = false`.execute(register.whole.queries);
    const end = (keeper: typeof ana, { hand }: typeof ana) =>
      endPost(register, as(keeper), { holding: hand, until: '2026-03-01', to: null });
    const ended = await Promise.allSettled([end(ana, ivo), end(ivo, ana)]);
    expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const posts = (await listHands(register, 'XL')).filter(({ until }) => until === null);
    expect(posts).toHaveLength(1);
  });

  test('made before accounts had a party get that of their post, or of who added them', async () => {
    const register = await open();
    const unit = await unitOf(register, 'XL');
    const keeper = await addPerson(register, MACHINE, { name: 'Ana Korvel', mail: 'ana@ilmara.example' });
    expect(await listPeople(register, HERE)).toEqual([]);
    const hand = await holdPost(register, MACHINE, reader(keeper.id, unit));
    const added = await addPerson(register, { ...HERE, by: hand }, { name: 'Ivo Danel', mail: 'ivo@ilmara.example' });
    await sql`update account set party = null`.execute(register.whole.queries);
    for (const statement of BACKFILL) await sql.raw(statement).execute(register.whole.queries);
    const kept = (await listPeople(register, HERE)).map(({ id }) => id);
    expect(kept.sort()).toEqual([keeper.id, added.id].sort());
    expect(await listPeople(register, THERE)).toEqual([]);
  });
});
