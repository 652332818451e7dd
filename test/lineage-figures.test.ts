import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleSample, seriesSample, translatedSamples } from '../bench/lineage/gold.ts';
import { measure } from '../bench/lineage/measure.ts';
import { traceWorks } from '../src/lineage/index.ts';

/** Figures reached on the demonstration. Its gold lists the clear links only, so precision is a lower bound. */
const BARS = { precision: 0.7, recall: 0.62, relation: 0.72, acrossLanguages: 0.4, statuses: 0.7 };

describe('lineage of the demonstration', () => {
  test('links, relations, new and dropped keep to the figures reached', async () => {
    const sample = await exampleSample();
    const { links, gold, found, right, relation, statuses } = measure(sample, traceWorks(sample.works));
    expect(right / links).toBeGreaterThanOrEqual(BARS.precision);
    expect(found / gold).toBeGreaterThanOrEqual(BARS.recall);
    expect(relation / found).toBeGreaterThanOrEqual(BARS.relation);
    for (const { said, linked } of Object.values(statuses)) {
      expect(1 - linked.length / said).toBeGreaterThanOrEqual(BARS.statuses);
    }
  });

  test('links go on where one of the texts is read in another language', async () => {
    for (const sample of await translatedSamples()) {
      const { found, gold } = measure(sample, traceWorks(sample.works));
      expect(found / gold).toBeGreaterThanOrEqual(BARS.acrossLanguages);
    }
  });
});

const SERIES = resolve(import.meta.dirname, 'fixtures/lineage');

test.each(readdirSync(SERIES).filter((name) => !name.includes('.')))(
  'of the links of %s two in three are found, three in four right, and of seven in ten the relation',
  async (name) => {
    const sample = await seriesSample(join(SERIES, name));
    const { links, gold, found, right, relation, statuses } = measure(sample, traceWorks(sample.works));
    expect(right / links).toBeGreaterThanOrEqual(0.75);
    expect(found / gold).toBeGreaterThanOrEqual(0.65);
    expect(relation / found).toBeGreaterThanOrEqual(0.7);
    for (const { said, linked } of Object.values(statuses))
      expect(1 - linked.length / said).toBeGreaterThanOrEqual(0.8);
  },
);
