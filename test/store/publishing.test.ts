import { sql } from 'kysely';
import { expect, test } from 'vitest';
import {
  actOnTask,
  assignTasks,
  atSeat,
  type Context,
  changeWork,
  decide,
  getWork,
  importFiles,
  listCommitments,
  publishItems,
  readPublishing,
  rebuildPublications,
  restoreWork,
  taskOf,
  undoItems,
  verifyHistory,
  withdrawItems,
  withdrawWork,
} from '../../src/operations/index.ts';
import { PUBLIC_FIELDS, type PublicKind, type Seat } from '../../src/register/index.ts';
import { buildApp } from '../../src/server/index.ts';
import { onEveryRegister } from './databases.ts';
import { file, statement } from './texts.ts';

const HERE: Seat = { hand: 'h-here', role: 'secretariat', party: 'XL', unit: 'office', units: ['office'] };
const THERE: Seat = { hand: 'h-there', role: 'secretariat', party: 'XT', unit: 'desk', units: ['desk'] };
const SECRET = 'quarterly';
const DIRECTIVE = `DIRECTIVE

1. The Zebrin Bureau of Quiet Affairs shall report ${SECRET} on the hotline of Sarko before December 2024.
`;

onEveryRegister('the public portal', (open) => {
  async function register() {
    const whole = await open();
    const [here, there] = [atSeat(whole, HERE), atSeat(whole, THERE)];
    const files = [file('statement.txt', statement(2023)), file('directive.txt', DIRECTIVE)];
    const job = await importFiles(here, { files, by: HERE.hand });
    const [joint = '', own = ''] = job.files.map(({ workId }) => workId ?? '');
    const rows = (await listCommitments(here, { work: [joint], limit: 3 })).rows;
    for (const { id, version } of rows.slice(0, 2)) await decide(here, { id, version, by: HERE.hand, type: 'confirm' });
    const ids = rows.map(({ id }) => id);
    const app = await buildApp({
      database: whole,
      version: '1',
      pages: null,
      hosts: [],
      report: (_, error) => console.error(error),
    });
    const ask = (path: string, headers = {}) => app.inject({ url: `/public/${path}`, headers });
    return { whole, here, there, joint, own, ids, rows, ask, close: () => app.close() };
  }

  const named = async (context: Context, work: string, seat: Seat, kind: PublicKind, item: string) => {
    const { items } = await readPublishing(context, work, seat);
    const found = items.find((one) => one.kind === kind && one.item === item);
    if (found === undefined) throw new Error(`${kind} ${item} is not offered`);
    return found;
  };

  test('shows nothing until a person published it, and then exactly the fields chosen', async () => {
    const { here, joint, own, ids, rows, ask, close } = await register();
    expect((await ask('en/')).body).toContain('Nothing has been made public yet');
    const [first, second, undecided] = await Promise.all(ids.map((id) => named(here, joint, HERE, 'commitment', id)));
    const publish = (items: unknown[], fields = {}) =>
      publishItems(here, { work: joint, items: items as never, fields }, HERE);
    await expect(publish([undecided])).rejects.toMatchObject({ code: 'action-not-allowed' });
    await publish([first], { commitment: ['kind', 'source'] });
    const item = (await ask(`${first?.id}.json`)).json();
    expect(item).toMatchObject({ quote: rows[0]?.quote, fields: { kind: rows[0]?.kind }, context: null, lineage: [] });
    expect(Object.keys(item.fields)).toEqual(['kind']);
    const page = await ask(`en/${first?.id}`);
    expect(page.body).toContain('Permanent address');
    expect(page.body).not.toContain('Who acts');
    expect(page.headers['set-cookie']).toBeUndefined();
    expect(page.body).not.toMatch(/<script/);
    const { etag } = page.headers;
    expect((await ask(`en/${first?.id}`, { 'if-none-match': etag })).statusCode).toBe(304);

    // What was not published: by address, by words, in counts, feeds, sitemap and downloads, of either work.
    const secret = await named(here, own, HERE, 'work', own);
    for (const id of [second?.id, undecided?.id, secret.id, joint, ids[1]]) {
      for (const form of [`en/${id}`, `${id}.json`, `${id}.bib`, `${id}`])
        expect((await ask(form)).statusCode).toBe(404);
    }
    const everywhere = [
      'en/',
      `en/?q=${SECRET}`,
      'en/works',
      'en/figures',
      'en/feed.atom',
      'sitemap.xml',
      'figures.json',
    ];
    for (const path of [...everywhere, 'commitments.csv', 'commitments.json', `en/${first?.id}`]) {
      const { body } = await ask(path);
      expect(body, path).not.toContain('Zebrin');
      for (const hidden of [second?.id, undecided?.id, secret.id, ids[0]]) expect(body, path).not.toContain(hidden);
      expect(body, path).not.toContain(rows[1]?.quote);
    }
    expect((await ask('commitments.json?sector=transport&sector=border-gates')).json().commitments).toEqual([]);
    expect((await ask('figures.json')).json().commitments).toBe(1);
    expect((await ask(`commitments.json?q=${encodeURIComponent(rows[1]?.quote ?? '')}`)).json().commitments).toEqual(
      [],
    );
    for (const path of [
      "en/?q=%27%3B--&work='",
      'en/?page=-3&q=%00',
      `en/${'x'.repeat(400)}`,
      'en/../api/works',
      'feed/x.atom',
    ]) {
      expect((await ask(path)).statusCode, path).toBeLessThan(500);
    }
    await close();
  });

  test('calls a body that no register knows by the words of its text, and only where who acts was made public', async () => {
    const { here, ask, close } = await register();
    const text = `TUYÊN BỐ CHUNG\ngiữa Cộng hòa Ilmara và Cộng hòa Tavoria\n\nSenmar, ngày 12 tháng 3 năm 2026\n
1. Giao Ban Quản lý Hồ Velmir chủ trì xây dựng quy chế quản lý hồ trước ngày 30 tháng 6 năm 2026.`;
    const { files } = await importFiles(here, { files: [file('lake.txt', text)], by: HERE.hand });
    const work = files[0]?.workId ?? '';
    const [row] = (await listCommitments(here, { work: [work], limit: 1 })).rows;
    const { id = '', version = 0 } = row ?? {};
    await decide(here, { id, version, by: HERE.hand, type: 'confirm' });
    const said = async (fields: readonly string[]) => {
      const item = await named(here, work, HERE, 'commitment', id);
      await publishItems(here, { work, items: [item] as never, fields: { commitment: [...fields] } }, HERE);
      const [page, json] = [await ask(`zh/${item.id}`), await ask(`${item.id}.json`)];
      return page.body.includes('Ban Quản lý Hồ Velmir') && json.json().names?.length === 1;
    };
    expect(await said(['kind'])).toBe(false);
    expect(await said(['kind', 'actors'])).toBe(true);
    await close();
  });

  test('reads as a role of the database that sees nothing else, and writes nothing', async () => {
    const { whole, here, joint, ask, close } = await register();
    const work = await named(here, joint, HERE, 'work', joint);
    await publishItems(here, { work: joint, items: [work], fields: PUBLIC_FIELDS }, HERE);
    const { queries } = whole.whole.asAnybody();
    const { rows } = await sql<{
      name: string;
    }>`select tablename as name from pg_tables where schemaname = current_schema()`.execute(whole.whole.queries);
    expect(rows.length).toBeGreaterThan(40);
    for (const { name } of rows) {
      await expect(sql`select * from ${sql.table(name)}`.execute(queries), name).rejects.toThrow();
      await expect(sql`delete from ${sql.table(name)}`.execute(queries), name).rejects.toThrow();
    }
    await expect(sql`select item from publication`.execute(queries)).rejects.toThrow();
    await expect(sql`update publication set title = 'x'`.execute(queries)).rejects.toThrow();
    expect((await sql`select id from publication`.execute(queries)).rows).toEqual([{ id: work.id }]);
    expect((await ask('en/works')).body).toContain(work.title);
    await close();
  });

  test('says of what was withdrawn that it was, and when; the address stays, and undo brings it back', async () => {
    const { whole, here, there, joint, own, ids, ask, close } = await register();
    const item = () => named(here, joint, HERE, 'commitment', ids[0] ?? '');
    const { id } = await item();
    const fields = { commitment: ['kind'] };
    await publishItems(here, { work: joint, items: [await item()], fields }, HERE);
    await expect(
      publishItems(here, { work: joint, items: [{ ...(await item()), version: 0 }], fields }, HERE),
    ).rejects.toMatchObject({ code: 'changed-meanwhile' });
    await expect(readPublishing(there, own, THERE)).rejects.toMatchObject({ code: 'not-found' });

    await withdrawItems(there, { work: joint, items: [await item()], note: '' }, THERE);
    const gone = await ask(`en/${id}`);
    expect(gone.statusCode).toBe(410);
    expect(gone.body).toContain('1 March 2026');
    expect((await ask(`${id}.json`)).statusCode).toBe(410);
    expect((await ask('en/feed.atom')).body).toContain('deleted-entry');
    const { rows } = await sql`select view, title, search, form from publication`.execute(whole.whole.queries);
    expect(rows).toEqual([{ view: null, title: null, search: null, form: null }]);
    await expect(publishItems(here, { work: joint, items: [await item()], fields }, HERE)).rejects.toMatchObject({
      code: 'action-not-allowed',
    });

    await undoItems(there, { work: joint, items: [await item()] }, THERE);
    expect((await ask(`en/${id}`)).statusCode).toBe(200);
    await undoItems(here, { work: joint, items: [await item()] }, HERE);
    expect((await ask(`en/${id}`)).statusCode).toBe(410);
    expect(await rebuildPublications(whole)).toBe(1);
    expect((await verifyHistory(whole)).breaches).toEqual([]);
    await close();
  });

  test('takes a text off the portal together with the register, or when one side takes it to itself', async () => {
    const { here, joint, ids, ask, close } = await register();
    const publish = async () => {
      const item = await named(here, joint, HERE, 'commitment', ids[0] ?? '');
      await publishItems(here, { work: joint, items: [item], fields: { commitment: ['kind'] } }, HERE);
      expect((await ask(`en/${item.id}`)).statusCode).toBe(200);
      return item.id;
    };
    const change = async () => ({ id: joint, version: (await getWork(here, joint)).version, by: HERE.hand });
    const id = await publish();
    await withdrawWork(here, await change());
    expect((await ask(`en/${id}`)).statusCode).toBe(410);
    await restoreWork(here, await change());
    expect((await ask(`en/${id}`)).statusCode).toBe(410);
    await publish();
    await changeWork(here, { ...(await change()), side: 'XL' });
    expect((await ask(`en/${id}`)).statusCode).toBe(410);
    expect((await ask('en/works')).body).not.toContain(id);
    await close();
  });

  test('shows a task while its side keeps it open to the public, and not a day longer', async () => {
    const { here, there, joint, ids, ask, close } = await register();
    const [task = ''] = await assignTasks(
      here,
      [
        {
          ...{ party: 'XL', audience: 'own-side', title: 'Open the gate', commitments: [ids[0] ?? ''], parent: null },
          ...{
            lead: 'office',
            coordinators: [],
            unresolved: [],
            every: null,
            due: { day: '2026-06-30', basis: 'text', source: SECRET },
          },
        },
      ],
      HERE,
    );
    const share = async (audience: 'public' | 'shared') => {
      const { version } = (await taskOf(here, task, HERE)).state;
      const body = { type: 'share', audience, parts: { due: audience } } as const;
      await actOnTask(here, { id: task, version, body }, HERE);
    };
    await expect(named(here, joint, HERE, 'task', task)).rejects.toThrow('not offered');
    await share('public');
    await expect(named(there, joint, THERE, 'task', task)).rejects.toThrow('not offered');
    const item = await named(here, joint, HERE, 'task', task);
    await publishItems(here, { work: joint, items: [item], fields: { task: ['standing', 'due'] } }, HERE);
    const { body } = await ask(`${item.id}.json`);
    expect(JSON.parse(body)).toMatchObject({ title: 'Open the gate', due: '2026-06-30', lead: null, party: 'XL' });
    expect(body).not.toContain(SECRET);
    await share('shared');
    expect((await ask(`${item.id}.json`)).statusCode).toBe(404);
    expect((await ask('en/figures')).body).not.toContain('Open the gate');
    await close();
  });
});
