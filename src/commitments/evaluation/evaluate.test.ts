import { expect, test } from 'vitest';
import { Problem } from '../../kernel/index.ts';
import type { Candidate } from '../model.ts';
import { detectionFigures, evaluate, mergeEvaluations } from './evaluate.ts';
import { locateGold, parseGold } from './gold.ts';

const TEXT = 'Both sides will open a port, open a port and study tides.';

function line(quote: string, nth: number, rest: object = {}): string {
  return JSON.stringify({
    doc: 'a.txt',
    quote,
    nth,
    kind: 'commitment',
    strength: 'deliver',
    actors: ['both'],
    action: 'open',
    due: null,
    sector: 'transport',
    instruments: [],
    mechanisms: [],
    places: [],
    ...rest,
  });
}

function candidate(start: number, end: number, rest: Partial<Candidate> = {}): Candidate {
  return {
    span: { start, end },
    quote: TEXT.slice(start, end),
    language: 'en',
    path: '',
    sentence: 0,
    kind: 'commitment',
    strength: 'deliver',
    action: 'open',
    actors: ['both'],
    due: null,
    sector: 'transport',
    instruments: [],
    mechanisms: [],
    places: [],
    lead: null,
    coordinators: [],
    report: null,
    targets: [],
    confidence: 1,
    why: [],
    evidence: {},
    ...rest,
  };
}

test('the nth occurrence of a quote is the one meant', () => {
  const units = locateGold(parseGold([line('open a port', 0), line('open a port', 1)].join('\n'), 'g'), TEXT, 'g');
  expect(units.map((unit) => unit.span.start)).toEqual([16, 29]);
});

test('a gold file that cannot be used names its line and what is wrong', () => {
  for (const [bad, reason] of [
    ['{', 'not JSON'],
    [line('x', 0, { kind: 'promise' }), 'kind unknown'],
    [line('x', 0, { actors: [1] }), 'a list holds'],
  ] as const) {
    let problem: unknown;
    try {
      parseGold(`\n${bad}`, 'g.jsonl');
    } catch (error) {
      problem = error;
    }
    expect(problem).toBeInstanceOf(Problem);
    expect((problem as Problem).details).toMatchObject({ file: 'g.jsonl', line: 2 });
    expect(String((problem as Problem).details.reason)).toContain(reason);
  }
  expect(() => locateGold(parseGold(line('close a port', 0), 'g'), TEXT, 'g')).toThrow(/gold-invalid/);
});

test('units pair one to one, the best overlap first, and only by half their joint extent', () => {
  const gold = locateGold(parseGold([line('open a port', 0), line('study tides', 0)].join('\n'), 'g'), TEXT, 'g');
  const result = evaluate(gold, [candidate(16, 27), candidate(16, 22), candidate(45, 50)]);
  expect(result.matched).toBe(1);
  expect(result.missed.map((unit) => unit.quote)).toEqual(['study tides']);
  expect(detectionFigures(result)).toEqual({ precision: 1 / 3, recall: 1 / 2, f1: 0.4 });
});

test('support and commitment are found alike; the kind is judged among pairs', () => {
  const gold = locateGold(parseGold(line('open a port', 0), 'g'), TEXT, 'g');
  const result = evaluate(gold, [candidate(16, 27, { kind: 'support', actors: ['both', 'both'] })]);
  expect(result.matched).toBe(1);
  expect(result.attributes.kind).toEqual({ right: 0, of: 1 });
  expect(result.attributes.actors).toEqual({ right: 1, of: 1 });
  expect(result.attributes.due).toEqual({ right: 0, of: 0 });
});

test('positions and records take no part, nor what begins at the limit or after it', () => {
  const gold = locateGold(
    parseGold(
      [line('open a port', 0), line('open a port', 1), line('study tides', 0, { kind: 'position' })].join('\n'),
      'g',
    ),
    TEXT,
    'g',
  );
  const result = evaluate(gold, [candidate(16, 27), candidate(29, 40), candidate(45, 56, { kind: 'record' })], 29);
  expect([result.gold, result.found, result.matched]).toEqual([1, 1, 1]);
  expect(mergeEvaluations([result, result]).matched).toBe(2);
});

test('who acts is judged whatever ids were made up for a body, as long as one stands for one throughout', () => {
  const of = (...actors: string[]) => ({ actors });
  const gold = locateGold(
    parseGold(
      [
        line('open a port', 0, of('tide-board')),
        line('open a port', 1, of('tide-board')),
        line('study tides', 0, of('both')),
      ].join('\n'),
      'g',
    ),
    TEXT,
    'g',
  );
  const read = (...names: string[]) =>
    evaluate(
      gold,
      [candidate(16, 27), candidate(29, 40), candidate(45, 56)].map((one, at) => ({
        ...one,
        actors: [names[at] ?? ''],
      })),
    );
  expect(read('board-of-tides', 'board-of-tides', 'both').bodies).toEqual({ right: 3, of: 3 });
  expect(read('tidal-board', 'tidal-board', 'both')).toMatchObject({
    attributes: { actors: { right: 1 } },
    bodies: { right: 3 },
  });
  expect(read('tidal-board', 'harbour-board', 'tidal-board').bodies.right).toBe(1);
});
