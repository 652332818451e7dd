import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { insertPartner, type partnerById, waterSeries } from '../../src/db/index.ts';
import {
  actOnWater,
  atSeat,
  type Context,
  exportWater,
  importWater,
  listWater,
  readWaterSeries,
  verifyHistory,
  waterPartners,
} from '../../src/operations/index.ts';
import { receiveWater } from '../../src/operations/water/share-water.ts';
import type { Seat } from '../../src/register/index.ts';
import { onEveryRegister } from './databases.ts';

const HERE: Seat = { hand: 'lan', role: 'secretariat', party: 'XL', unit: 'ministry', units: ['ministry'] };
const THERE: Seat = { hand: 'olen', role: 'secretariat', party: 'XT', unit: 'office', units: ['office'] };

/** Levels of one gauge by the hour, up to the hour of the register's clock (08:00 UTC, 15:00 on the spot). */
function levels(values: readonly (number | null)[], datum = 'Delta 72'): string {
  const rows = values.flatMap((value, index) => {
    const hour = String(15 - values.length + 1 + index).padStart(2, '0');
    return value === null ? [] : [`G1,Upper Gate,2026-03-01T${hour}:00:00+07:00,level,${value},cm,good,${datum}`];
  });
  return `station,name,time,parameter,value,unit,quality,datum\n${rows.join('\n')}\n`;
}

function bring(context: Context, text: string, name = 'levels.csv') {
  return importWater(context, { name, bytes: new TextEncoder().encode(text) }, HERE, 'lan');
}

onEveryRegister('water data', (open) => {
  test('a file is taken in once; what a later one says otherwise is put right, and the value before stays readable', async () => {
    const here = atSeat(await open(), HERE);
    expect((await bring(here, levels([400, 410, 420]))).stored).toEqual({ added: 3, corrected: 0, same: 0 });
    expect((await bring(here, levels([400, 415, 420]))).stored).toEqual({ added: 0, corrected: 1, same: 2 });
    const [row] = await listWater(here);
    expect(row).toMatchObject({ parameter: 'level', unit: 'cm', trend: 10, station: { id: 'G1', datum: 'Delta 72' } });
    expect(row?.last).toMatchObject({
      value: 420,
      time: '2026-03-01T15:00:00+07:00',
      instant: '2026-03-01T08:00:00.000Z',
    });
    const view = await readWaterSeries(here, row?.id ?? '', { from: null, to: null });
    expect(view.points.map(({ value }) => value)).toEqual([400, 415, 420]);
    expect(view.corrections).toEqual([{ instant: '2026-03-01T07:00:00.000Z', value: 410 }]);
    expect(await bring(here, await exportWater(here, { ids: null, format: 'xml' }), 'back.xml')).toMatchObject({
      format: 'waterml-2',
      stored: { added: 0, corrected: 0, same: 3 },
    });
  });

  test('a file with one error changes nothing, and the error has its line and column', async () => {
    const here = atSeat(await open(), HERE);
    const { stored, findings } = await bring(here, levels([400, 410]).replace('15:00:00+07:00', '15:00:00'));
    expect(stored).toBeNull();
    expect(findings).toMatchObject([{ rule: 'time-offset', severity: 'error', line: 3, column: 15 }]);
    expect(await listWater(here)).toEqual([]);
  });

  test('what was agreed of a series raises missing slots and crossings, until somebody settles them', async () => {
    const context = await open();
    const here = atSeat(context, HERE);
    await bring(here, levels([400, 410, null, null, 540]));
    const [row] = await listWater(here);
    expect(row).toMatchObject({ missing: [], open: [] });
    const id = row?.id ?? '';
    const act = (version: number, body: Parameters<typeof actOnWater>[1]['body']) =>
      actOnWater(here, { id, version, body }, HERE, 'lan');
    await act(1, { type: 'set-pace', interval: 60, grace: 15 });
    const threshold = { id: 'alarm', name: 'Alarm 2', kind: 'above', value: 5, unit: 'm', hours: null } as const;
    await act(2, { type: 'set-threshold', threshold });
    await expect(act(2, { type: 'drop-threshold', threshold: 'alarm' })).rejects.toMatchObject({
      code: 'changed-meanwhile',
    });
    const [watched] = await listWater(here);
    expect(watched?.missing.map(({ count }) => count)).toEqual([2]);
    expect(watched?.open).toMatchObject([{ name: 'Alarm 2', value: 540, instant: '2026-03-01T08:00:00.000Z' }]);
    const instant = watched?.open[0]?.instant ?? '';
    await act(3, { type: 'settle', threshold: 'alarm', instant, notice: null, note: 'gauge was being cleaned' });
    expect((await listWater(here))[0]).toMatchObject({ open: [], version: 4 });
    expect((await verifyHistory(context)).breaches).toEqual([]);
  });

  test('a change of datum begins a series of its own, shown beside the other', async () => {
    const here = atSeat(await open(), HERE);
    await bring(here, levels([400, 410]));
    await bring(here, levels([900], 'Delta 2020'));
    const rows = await listWater(here);
    expect(rows.map(({ station }) => station.datum).sort()).toEqual(['Delta 2020', 'Delta 72']);
    expect((await readWaterSeries(here, rows[0]?.id ?? '', { from: null, to: null })).datums).toHaveLength(2);
  });

  test('a partner that a series is shared with gets every new value of it, and those of nothing else', async () => {
    const context = await open();
    const here = atSeat(context, HERE);
    await bring(here, levels([400]));
    const [row] = await listWater(here);
    const added = { state: 'active', kind: 'other-side', added_at: context.clock.now(), added_by: 'lan' } as const;
    await context.whole.write((queries) =>
      insertPartner(queries, {
        ...{
          id: 'urn:servanda:node-y',
          name: 'Lower node',
          party: 'XT',
          own: 'XL',
          address: null,
          types: [],
          ...added,
        },
      }),
    );
    expect(await waterPartners(here, HERE)).toEqual([{ id: 'urn:servanda:node-y', name: 'Lower node' }]);
    const share = { type: 'share', partner: 'urn:servanda:node-y', on: true } as const;
    await actOnWater(here, { id: row?.id ?? '', version: row?.version ?? 0, body: share }, HERE, 'lan');
    await bring(here, levels([400, 410]).replaceAll('G1,', 'G2,'));
    await bring(here, levels([410, 420]));
    const { rows: out } = await sql<{ data: { water: { station: string; points: { value: number }[] } } }>`
      select data from outbox where partner_id = 'urn:servanda:node-y'`.execute(context.whole.queries);
    expect(out.map(({ data }) => [data.water.station, data.water.points.map(({ value }) => value)])).toEqual([
      ['G1', [410, 420]],
    ]);
  });

  test('a large file is read in a thread of its own, and refused with its places where something is wrong in it', async () => {
    const here = atSeat(await open(), HERE);
    const row = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
    const rows = Array.from({ length: 6_000 }, (_, minute) => `G1,Upper Gate of the river,${row(minute)},level,4,m`);
    const { stored, findings } = await bring(here, `station,name,time,parameter,value,unit\n${rows.join('\n')},x\n`);
    expect(stored).toBeNull();
    expect(findings).toMatchObject([{ rule: 'datum-missing' }, { rule: 'csv-cells', line: 6_001 }]);
  });

  test('what another node measured is kept under its name, once, and no other side sees it', async () => {
    const context = await open();
    const partner = { id: 'node-x', own: 'XL' } as Awaited<ReturnType<typeof partnerById>>;
    const water = {
      ...{ station: 'U9', name: 'Upstream', latitude: 23.1, longitude: 106, datum: null, property: '水位', unit: 'm' },
      interpolation: null,
      points: [{ time: '2026-03-01T15:00:00+08:00', value: 3.2, quality: 'good', censored: null, remark: null }],
    };
    const receive = (data: object) =>
      context.whole.write((queries) =>
        receiveWater(queries, { envelope: { id: 'm1', data }, partner, context } as unknown as Parameters<
          typeof receiveWater
        >[1]),
      );
    await receive({ water });
    await receive({ water });
    await expect(
      receive({ water: { ...water, points: [{ ...water.points[0], time: '15:00' }] } }),
    ).rejects.toMatchObject({
      code: 'input-invalid',
    });
    const [row] = await listWater(atSeat(context, HERE));
    expect(row).toMatchObject({ source: 'node-x', parameter: 'level', last: { instant: '2026-03-01T07:00:00.000Z' } });
    expect(await waterSeries(atSeat(context, THERE).database.queries)).toEqual([]);
  });
});
