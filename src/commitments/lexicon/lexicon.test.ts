import { expect, test } from 'vitest';
import en from '../../vocabulary/data/verbs/en.json' with { type: 'json' };
import fa from '../../vocabulary/data/verbs/fa.json' with { type: 'json' };
import vi from '../../vocabulary/data/verbs/vi.json' with { type: 'json' };
import zh from '../../vocabulary/data/verbs/zh.json' with { type: 'json' };
import { STRENGTHS } from '../../vocabulary/index.ts';
import { inflect } from '../languages/en/inflect.ts';
import { piecesOf } from './pieces.ts';
import { Lexicon } from './tokenise.ts';

test.each([en, vi, zh, fa])('verbs of $language: every verb has one strength of the scale', (data) => {
  expect(Object.keys(data.strengths).sort()).toEqual([...STRENGTHS].sort());
  const all = Object.values(data.strengths).flat();
  expect(all.filter((verb, index) => all.indexOf(verb) !== index)).toEqual([]);
  expect(all.filter((verb) => verb !== verb.trim() || verb !== verb.toLowerCase() || verb === '')).toEqual([]);
  for (const verb of [...data['also-noun'], ...data.leading]) expect(all).toContain(verb);
});

test('English verbs are inflected by rule, and by their own table where the rule fails', () => {
  expect([...inflect('carry out', undefined).keys()]).toEqual([
    'carry out',
    'carries out',
    'carried out',
    'carrying out',
  ]);
  expect(inflect('take', ['takes', 'took', 'taken', 'taking']).get('took')).toEqual(['past']);
});

test('words, numbers and marks are cut with exact offsets', () => {
  const text = 'Vietnam-China: 1088/2-1089, 12% “và” 双方';
  const pieces = piecesOf(text);
  expect(pieces.map((piece) => piece.word)).toEqual([
    'vietnam-china',
    ':',
    '1088/2-1089',
    ',',
    '12%',
    '“',
    'và',
    '”',
    '双',
    '方',
  ]);
  for (const piece of pieces) expect(text.slice(piece.start, piece.end).toLowerCase()).toBe(piece.word);
});

test('the longest known phrase wins, and what stands in quotation marks is set apart', () => {
  const lexicon = new Lexicon();
  lexicon.add('carry', { class: 'cue', role: 'noun' });
  lexicon.add('carry out', { class: 'cue', role: 'aspect' });
  const tokens = lexicon.read('To carry out “carry on” and "left open');
  expect(tokens[1]?.word).toBe('carry out');
  expect(tokens.filter((token) => token.enclosed).map((token) => token.word)).toEqual(['“', 'carry', 'on', '”']);
});
