import { expect, test } from 'vitest';
import type { ReaderText } from '../../data/queries.ts';
import { nextPlace, placesToLook } from './places-to-look.ts';

const TEXT = 'One. Two. Three. Four.';
const span = (start: number, end: number) => ({ start, end });
const row = (id: string, start: number, confidence: number, decision = 'undecided') =>
  ({
    id,
    span: span(start, start + 4),
    quote: id,
    decision,
    anchored: true,
    confidence,
  }) as ReaderText['commitments'][number];

const text = {
  text: TEXT,
  sentences: [
    { span: span(0, 4), state: 'commitment', reason: 'frame:x' },
    { span: span(5, 9), state: 'unread', reason: 'unread:language' },
    { span: span(10, 16), state: 'none', reason: 'none:no-action' },
  ],
  commitments: [
    row('sure', 0, 0.95),
    row('shaky', 5, 0.6),
    row('shakiest', 10, 0.5),
    row('done', 17, 0.5, 'confirmed'),
  ],
} as unknown as ReaderText;

const keys = (look: Parameters<typeof placesToLook>[1]) => placesToLook(text, look).map(({ key }) => key);

test('undecided commitments come with the most doubtful first', () => {
  expect(keys('undecided')).toEqual(['shakiest', 'shaky', 'sure']);
});

test('the doubtful are what was not read, then what was read with doubt, and nothing a person decided', () => {
  expect(keys('doubtful')).toEqual(['s5', 'shakiest', 'shaky']);
});

test('the next place goes on where the one looked at was settled meanwhile, and ends after the last', () => {
  const places = placesToLook(text, 'doubtful');
  expect(nextPlace(places, null)?.place.key).toBe('s5');
  expect(nextPlace(places, { key: 's5', at: 0 })?.place.key).toBe('shakiest');
  expect(nextPlace(places, { key: 'settled', at: 1 })?.place.key).toBe('shakiest');
  expect(nextPlace(places, { key: 'shaky', at: 2 })).toBeNull();
});
