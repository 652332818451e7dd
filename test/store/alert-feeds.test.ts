import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import {
  addAlertFeed,
  askAlertFeeds,
  atSeat,
  endAlertFeed,
  listAlertFeeds,
  readAlert,
  settleAlert,
} from '../../src/operations/index.ts';
import type { Seat } from '../../src/register/index.ts';
import { onEveryRegister } from './databases.ts';

const HERE: Seat = { hand: 'lan', role: 'administrator', party: 'XL', unit: 'office', units: ['office'] };
const THERE: Seat = { ...HERE, hand: 'olen', party: 'XT' };

const alert = (identifier: string, headline: string) =>
  `<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2"><identifier>${identifier}</identifier><sender>met@aurelia.example</sender><sent>2026-03-01T06:30:00+08:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope><info><language>en</language><category>Met</category><event>Storm</event><urgency>Expected</urgency><severity>Moderate</severity><certainty>Likely</certainty><expires>2026-03-02T06:30:00+08:00</expires><headline>${headline}</headline></info></alert>`;

/** A service that publishes one alert inside its feed and one beside it; it counts what it is asked. */
let server: Server;
let base = '';
const asked: string[] = [];
let updated = '2026-03-01T00:00:00Z';
beforeAll(async () => {
  vi.stubEnv('SERVANDA_WEBHOOK_PRIVATE', '1');
  server = createServer((request, response) => {
    asked.push(`${request.url} ${request.headers['if-none-match'] ?? ''}`.trim());
    if (request.url === '/beside.xml') return response.end(alert('b', 'Beside the feed'));
    if (request.url === '/moved') return response.writeHead(302, { location: `${base}/feed` }).end();
    if (request.url !== '/feed') return response.end('<html/>');
    if (request.headers['if-none-match'] === updated) return response.writeHead(304).end();
    const entry = (id: string, inside: string) =>
      `<entry><id>${id}</id><title>${id}</title><updated>${updated}</updated>${inside}</entry>`;
    const entries =
      entry('a', `<content>${alert('a', 'Inside the feed')}</content>`) +
      entry('b', `<link href="${base}/beside.xml"/>`);
    return response
      .writeHead(200, { etag: updated })
      .end(
        `<feed xmlns="http://www.w3.org/2005/Atom"><id>f</id><title>w</title><updated>${updated}</updated>${entries}</feed>`,
      );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.close();
  vi.unstubAllEnvs();
});

onEveryRegister('feeds of warnings', (open) => {
  test('what is new in a feed is kept once, begins a notice, and is seen by its own side alone', async () => {
    const context = await open();
    const here = atSeat(context, HERE);
    await addAlertFeed(here, { name: 'Weather service', url: `${base}/feed` }, HERE);
    await askAlertFeeds(context);
    const { feeds, entries } = await listAlertFeeds(here);
    expect(feeds).toMatchObject([{ name: 'Weather service', failure: null }]);
    expect(entries.map(({ title }) => title).sort()).toEqual(['Beside the feed', 'Inside the feed']);
    for (const { id } of entries) {
      const { draft, findings } = await readAlert(here, id);
      expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(draft).toMatchObject({ mode: 'normal', expires: '2026-03-01T22:30:00.000Z' });
    }
    expect((await listAlertFeeds(atSeat(context, THERE))).entries).toEqual([]);
    const first = entries[0]?.id ?? '';
    const settled = await settleAlert(here, { id: first, state: 'aside', notice: null }, 'lan');
    expect(settled.entries.find(({ id }) => id === first)?.state).toBe('aside');
    expect((await endAlertFeed(here, feeds[0]?.id ?? '')).entries).toEqual([]);
  });

  test('a feed is asked for what changed only; one that moved or is none says so and is asked less often', async () => {
    const context = await open();
    let now = Date.parse(context.clock.now());
    const later = { ...context, clock: { now: () => new Date(now).toISOString() } };
    const here = atSeat(later, HERE);
    for (const path of ['feed', 'moved', 'none'])
      await addAlertFeed(here, { name: path, url: `${base}/${path}` }, HERE);
    asked.length = 0;
    await askAlertFeeds(later);
    await askAlertFeeds(later);
    expect(asked.toSorted()).toEqual(['/beside.xml', '/feed', '/moved', '/none']);
    now += 5 * 60_000;
    asked.length = 0;
    await askAlertFeeds(later);
    expect(asked).toEqual([`/feed ${updated}`]);
    const failures = (await listAlertFeeds(here)).feeds.map(({ name, failure }) => [name, failure]);
    expect(failures).toEqual([
      ['feed', null],
      ['moved', `status 302: ${base}/feed`],
      ['none', 'not-cap'],
    ]);
    updated = '2026-03-01T01:00:00Z';
    now += 5 * 60_000;
    await askAlertFeeds(later);
    expect((await listAlertFeeds(here)).entries).toHaveLength(2);
  });

  test('an address inside the own network, or of another scheme, is not asked', async () => {
    const here = atSeat(await open(), HERE);
    vi.stubEnv('SERVANDA_WEBHOOK_PRIVATE', '');
    for (const url of [
      'http://10.0.0.1/feed',
      'https://127.0.0.1/feed',
      'file:///etc/hosts',
      'https://u:p@aurelia.example/',
    ])
      await expect(addAlertFeed(here, { name: 'x', url }, HERE)).rejects.toMatchObject({ code: 'input-invalid' });
    vi.stubEnv('SERVANDA_WEBHOOK_PRIVATE', '1');
  });
});
