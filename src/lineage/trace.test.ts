import { describe, expect, test } from 'vitest';
import { readCommitments } from '../commitments/index.ts';
import { parseText } from '../documents/index.ts';
import {
  addWork,
  cascade,
  changes,
  gatherVersions,
  type LineageWork,
  lineageIndex,
  lineageOf,
  readWorks,
  threads,
  traceWorks,
} from './index.ts';

function read(name: string, text: string): LineageWork {
  const document = parseText(text, { name });
  return readWorks(document, readCommitments(document).candidates)[0] as LineageWork;
}

const EARLIER_HEAD = `JOINT STATEMENT between the Government of Canada and the Government of Norway

Ottawa, 3 May 2021

`;
const LATER_HEAD = EARLIER_HEAD.replace('Ottawa, 3 May 2021', 'Oslo, 9 June 2024');

const EARLIER = read(
  'first.txt',
  `JOINT STATEMENT between the Government of Canada and the Government of Norway

Ottawa, 3 May 2021

1. Both sides agreed to study the possibility of a seed bank for northern rice varieties.

2. Both sides agreed to establish a hotline between the coast guards of the two countries on oil spills.

3. Both sides agreed to hold the Arctic Film Week every year in Tromso.

4. Both sides affirmed that lighthouses are a shared heritage of the two peoples.
`,
);

const LATER = read(
  'second.txt',
  `JOINT STATEMENT between the Government of Canada and the Government of Norway

Oslo, 9 June 2024

1. Both sides agreed to build a seed bank for northern rice varieties before 31 December 2026.

2. Both sides agreed to make good use of the hotline between the coast guards of the two countries on oil spills.

3. Both sides agreed to negotiate an agreement on the repatriation of museum totem poles.
`,
);

const VIETNAMESE = read(
  'second.vi.txt',
  `TUYÊN BỐ CHUNG giữa Chính phủ Canada và Chính phủ Na Uy

Oslo, ngày 9 tháng 6 năm 2024

1. Hai bên nhất trí xây dựng ngân hàng hạt giống lúa miền bắc trước ngày 31 tháng 12 năm 2026.

2. Hai bên nhất trí phát huy tốt đường dây nóng giữa cảnh sát biển hai nước.
`,
);

const links = (works: readonly LineageWork[]) =>
  traceWorks(works).links.map(({ a, b, relation }) => [a.quote.slice(0, 24), b.quote.slice(0, 24), relation]);

describe('a promise in a later statement', () => {
  test('is stronger where a study becomes a building with a date', () => {
    expect(links([EARLIER, LATER])).toContainEqual([
      'study the possibility of',
      'build a seed bank for no',
      'strengthened',
    ]);
  });

  test('is fulfilled where the later text uses what was to be established', () => {
    expect(links([EARLIER, LATER])).toContainEqual([
      'establish a hotline betw',
      'make good use of the hot',
      'fulfilled',
    ]);
  });

  test('is found in a statement in another language', () => {
    const found = traceWorks([EARLIER, VIETNAMESE]).links.map(({ a }) => a.quote);
    expect(found.some((quote) => quote.includes('hotline'))).toBe(true);
  });

  test('is called dropped where no later text has it, and a new one new; a stance is never dropped', () => {
    const said = traceWorks([EARLIER, LATER]).statuses.map(({ status, place }) => `${status}: ${place.quote}`);
    expect(said).toContainEqual(expect.stringContaining('dropped: hold the Arctic Film Week'));
    expect(said).toContainEqual(expect.stringContaining('new: negotiate an agreement on the repatriation'));
    expect(said.some((line) => line.includes('lighthouses'))).toBe(false);
  });

  test('is reported, not fulfilled, where the later text says that it is under way; what is done stays fulfilled', () => {
    const told = (sentence: string) =>
      read(
        'told.txt',
        `${LATER_HEAD}1. The two sides welcomed that ${sentence}.\n\n2. Both sides agreed to plant trees.\n`,
      );
    const relations = (work: LineageWork) =>
      traceWorks([EARLIER, work])
        .links.filter(({ a }) => a.quote.includes('hotline'))
        .map(({ relation }) => relation);
    const hotline = 'the hotline between the coast guards of the two countries on oil spills';
    expect(relations(told(`negotiations on ${hotline} have made progress`))).toEqual(['reported']);
    expect(relations(told(`${hotline} has been established`))).toEqual(['fulfilled']);
  });

  test('that only announces a list is never called dropped', () => {
    const lead = read(
      'lead.txt',
      EARLIER_HEAD +
        '1. Both sides agreed to promote practical cooperation in agriculture, fisheries and energy in the following areas.\n',
    );
    expect(traceWorks([lead, LATER]).statuses.filter(({ status }) => status === 'dropped')).toEqual([]);
  });

  test('names the rule and the shared words for every link', () => {
    for (const { why } of traceWorks([EARLIER, LATER]).links) {
      expect(why.length).toBe(2);
      expect(why[1]?.words).not.toBe('');
    }
  });
});

describe('works', () => {
  test('of other states are never linked', () => {
    const other = { ...LATER, id: 'other', parties: ['JP', 'IN'] };
    expect(traceWorks([{ ...EARLIER, parties: ['CA', 'NO'] }, other]).links).toEqual([]);
  });

  test('of one day and type are versions of one work, traced once', () => {
    const groups = gatherVersions([EARLIER, LATER, VIETNAMESE]);
    expect(groups.map(({ work, others }) => [work.id, others.map(({ id }) => id)])).toEqual([
      ['first.txt', []],
      ['second.txt', ['second.vi.txt']],
    ]);
    expect(traceWorks([LATER, VIETNAMESE]).links).toEqual([]);
  });

  test('are traced in the version that is written as most other works are, then in the one with most commitments', () => {
    const persian = {
      ...LATER,
      id: 'second.fa.txt',
      units: [...LATER.units, ...LATER.units].map((unit) => ({ ...unit, language: 'fa' as const })),
    };
    const chosen = (works: LineageWork[]) => gatherVersions(works).map(({ work }) => work.id);
    const earlier = { ...EARLIER, units: EARLIER.units.map((unit) => ({ ...unit, language: 'vi' as const })) };
    expect(chosen([persian, LATER, earlier])).toEqual(['second.txt', 'first.txt']);
    expect(chosen([LATER, persian])).toEqual(['second.fa.txt']);
  });

  test('that arrive out of order are linked from the earlier to the later', () => {
    const index = lineageIndex();
    for (const work of [LATER, EARLIER]) addWork(index, work);
    const found = lineageOf(index).links;
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ a, b }) => a.doc === 'first.txt' && b.doc === 'second.txt')).toBe(true);
  });

  test('give the same lineage in whatever order they are named', () => {
    expect(traceWorks([LATER, EARLIER])).toEqual(traceWorks([EARLIER, LATER]));
  });

  test('without units, or traced alone, have no lineage', () => {
    expect(traceWorks([])).toEqual({ links: [], statuses: [] });
    expect(traceWorks([EARLIER])).toEqual({ links: [], statuses: [] });
    expect(traceWorks([EARLIER, { ...LATER, units: [] }]).links).toEqual([]);
  });
});

describe('views', () => {
  const lineage = traceWorks([EARLIER, LATER]);

  test('a thread begins at the first statement and knows whether it was fulfilled', () => {
    const hotline = threads(lineage.links).find(({ start }) => start.quote.includes('hotline'));
    expect(hotline?.start.doc).toBe('first.txt');
    expect(hotline?.fulfilled).toBe(true);
  });

  test('what changed puts every link in one column', () => {
    const { stronger, weaker, same, fulfilled, new: added, gone } = changes(EARLIER, LATER);
    expect([stronger, weaker, same, fulfilled].flat().length).toBe(lineage.links.length);
    expect(stronger.map(({ b }) => b.quote)).toContainEqual(expect.stringContaining('seed bank'));
    expect(added.every(({ place }) => place.doc === 'second.txt')).toBe(true);
    expect(gone.every(({ place }) => place.doc === 'first.txt')).toBe(true);
  });

  test('a cascade has a row for each national commitment, taken up or not', () => {
    const local: LineageWork = { ...LATER, id: 'plan', type: 'plan', level: 'local' };
    const rows = cascade(EARLIER, [local]);
    const commitments = EARLIER.units.filter(({ kind }) => kind === 'commitment');
    expect(rows.length).toBe(commitments.length);
    expect(rows.find(({ place }) => place.quote.includes('hotline'))?.takenUp[0]?.relation).toBe('localised');
    expect(rows.find(({ place }) => place.quote.includes('Film Week'))?.takenUp).toEqual([]);
  });
});
