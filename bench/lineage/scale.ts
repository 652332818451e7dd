/**
 * How lineage grows: `node bench/lineage/scale.ts [WORKS] [UNITS]` (1,000 and 300 without arguments) generates works of four
 * relations in three languages out of the word lists, each concern coming again in later works with some of its words
 * changed, and lets them arrive one at a time as the register does. Prints processor time and memory on the way; then the
 * time of all links traced at once for the first works.
 */
import { COLUMNS, SOURCES } from '../../src/alignment/index.ts';
import terms from '../../src/lineage/data/cooperation-terms.json' with { type: 'json' };
import { type LineageUnit, type LineageWork, lineageIndex, traceArrival, traceWorks } from '../../src/lineage/index.ts';

const [works = 1000, units = 300] = process.argv.slice(2).map(Number);

/** Numbers that look random and are the same in every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const next = sequence(7);
const below = (count: number): number => Math.floor(next() * count);
const pick = <T>(list: readonly T[]): T => list[below(list.length)] as T;
/** Small numbers far more often than large ones, as words come in texts. */
const often = (count: number): number => Math.floor(count * next() ** 3);

const LANGUAGES = ['vi', 'en', 'zh'] as const;
const ROWS = [...terms.rows, ...SOURCES.flatMap(({ rows }) => rows)];
const SYLLABLES = 'ba,lo,mi,ren,tu,ka,sen,dor,vi,pel,gan,ho,ti,mar,quo,ze'.split(',');
const name = (): string => {
  const word = `${pick(SYLLABLES)}${pick(SYLLABLES)}${pick(SYLLABLES)}`;
  return word[0]?.toUpperCase() + word.slice(1);
};
const ACTIONS = [
  { vi: 'nghiên cứu', en: 'study', zh: '研究', strength: 'study' },
  { vi: 'thúc đẩy', en: 'promote', zh: '推动', strength: 'promote' },
  { vi: 'triển khai', en: 'implement', zh: '落实', strength: 'implement' },
  { vi: 'thành lập', en: 'establish', zh: '建立', strength: 'deliver' },
] as const;
const SECTORS = ['transport', 'health', 'tourism', 'education', 'energy-minerals', 'trade-customs'] as const;

/** What a promise is about: rows of the word lists, which stand in every language, and now and then a name. */
interface Concern {
  readonly rows: readonly number[];
  readonly place: string | null;
  readonly sector: (typeof SECTORS)[number];
}

function concern(): Concern {
  const rows = Array.from({ length: 5 + below(6) }, () => often(ROWS.length));
  return { rows, place: next() < 0.3 ? name() : null, sector: pick(SECTORS) };
}

function unit({ rows, place, sector }: Concern, language: (typeof LANGUAGES)[number], passage: number): LineageUnit {
  const column = COLUMNS.indexOf(language);
  const kept = rows.map((row) => (next() < 0.15 ? often(ROWS.length) : row));
  const words = kept.map((row) => (ROWS[row]?.[column] ?? '').split(';')[0]?.trim() ?? '');
  const { [language]: action, strength } = pick(ACTIONS);
  const quote = [action, ...words, ...(place === null ? [] : [place])].join(language === 'zh' ? '' : ' ');
  return {
    ...{ quote, language, passage, sector, strength, action, kind: 'commitment', actors: ['both'], due: null },
    ...{
      span: { start: 0, end: quote.length },
      instruments: [],
      mechanisms: [],
      places: place === null ? [] : [place],
    },
  };
}

const RELATIONS = ['XA', 'XB', 'XC', 'XD'].map((other) => ({
  parties: ['XZ', other],
  concerns: Array.from({ length: units * 3 }, concern),
}));

/** Two thirds of a work's concerns are known from before. */
function work(index: number): LineageWork {
  const { parties, concerns } = RELATIONS[index % RELATIONS.length] as (typeof RELATIONS)[number];
  const language = LANGUAGES[below(LANGUAGES.length)] as (typeof LANGUAGES)[number];
  const from = below(concerns.length - units);
  for (let count = 0; count < units / 3; count += 1) concerns[below(concerns.length)] = concern();
  return {
    ...{ id: `work-${index}`, doc: `work-${index}.txt`, title: `Work ${index}`, parties },
    type: 'joint-statement',
    date: new Date(Date.UTC(1990, 0, 1 + index * 13)).toISOString().slice(0, 10),
    level: index % 8 === 7 ? 'local' : 'national',
    units: concerns.slice(from, from + units).map((each, at) => unit(each, language, Math.floor(at / 5))),
  };
}

const seconds = (): number => process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6;
const megabytes = (): number => Math.round(process.memoryUsage().rss / 2 ** 20);

const SHOWN = [10, 30, 100, 200, 300, 500, 700, 1000, 2000];
const index = lineageIndex();
const first: LineageWork[] = [];
const times: number[] = [];
let links = 0;
console.log('works    units   ms an arrival   links      s    MB   (processor time)');
const start = seconds();
for (let count = 1; count <= works; count += 1) {
  const arriving = work(count);
  if (count <= 100) first.push(arriving);
  const before = seconds();
  links += traceArrival(index, arriving).links.length;
  times.push(seconds() - before);
  if (!SHOWN.includes(count)) continue;
  const last = times.slice(-10);
  const each = (1000 * last.reduce((sum, time) => sum + time, 0)) / last.length;
  const row = [count, count * units, Math.round(each), links, Math.round(seconds() - start), megabytes()];
  console.log(row.map((value, at) => String(value).padStart([5, 9, 16, 8, 7, 6][at] as number)).join(''));
}
const before = seconds();
const traced = traceWorks(first);
console.log(
  `${first.length} works at once: ${traced.links.length} links, ${traced.statuses.length} statuses in ${(seconds() - before).toFixed(1)} s`,
);
