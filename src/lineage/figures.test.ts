import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { seriesSample } from '../../bench/lineage/gold.ts';
import { measure } from '../../bench/lineage/measure.ts';
import { traceWorks } from './index.ts';

const FOLDER = resolve(import.meta.dirname, '../../test/fixtures/lineage');
const SERIES = readdirSync(FOLDER).filter((name) => !name.includes('.'));

test.each(SERIES)(
  'of the links of %s two in three are found, three in four right, and their relation mostly',
  async (name) => {
    const sample = await seriesSample(join(FOLDER, name));
    const { links, gold, found, right, relation, statuses } = measure(sample, traceWorks(sample.works));
    expect(found / gold).toBeGreaterThanOrEqual(0.65);
    expect(right / links).toBeGreaterThanOrEqual(0.75);
    expect(relation / found).toBeGreaterThanOrEqual(0.7);
    for (const { said, linked } of Object.values(statuses))
      expect(1 - linked.length / said).toBeGreaterThanOrEqual(0.8);
  },
);
