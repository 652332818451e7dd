import { describe, expect, test } from 'vitest';
import { FEATURES } from '../scoring/features.ts';
import weights from '../scoring/weights.json' with { type: 'json' };
import terms from './cooperation-terms.json' with { type: 'json' };
import levels from './level-cues.json' with { type: 'json' };
import cues from './relation-cues.json' with { type: 'json' };

const LANGUAGES = ['en', 'vi', 'zh', 'fa'];

describe('the terms of cooperation', () => {
  test('name every concept in four languages', () => {
    expect(terms.columns).toEqual(LANGUAGES);
    for (const row of terms.rows) {
      expect(row.length, String(row[0])).toBe(LANGUAGES.length);
      expect(
        row.every((cell) => cell.trim() !== ''),
        String(row[0]),
      ).toBe(true);
    }
  });

  test('hold no form twice in one row', () => {
    for (const row of terms.rows) {
      for (const cell of row) {
        const forms = cell.split(';').map((form) => form.trim().normalize('NFC'));
        expect(new Set(forms).size, cell).toBe(forms.length);
      }
    }
  });
});

test('every cue of relation and level is given in four languages, in lower case', () => {
  for (const [name, lists] of [...Object.entries(cues), ...Object.entries(levels)]) {
    expect(Object.keys(lists), name).toEqual(LANGUAGES);
    for (const cue of Object.values(lists).flat()) expect(cue, name).toBe(cue.toLowerCase());
  }
});

test('every feature of the score has a weight, and no other', () => {
  expect(Object.keys(weights)).toEqual([...FEATURES]);
});
