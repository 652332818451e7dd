import { expect, test } from 'vitest';
import { asciiFirst } from './ascii-first.ts';

const CLASSES = ['\\p{L}', '[\\p{L}\\p{N}]', '[\\p{L}\\d-]', '[\\p{Script=Latin}\\p{Script=Arabic}\\d.,/-]'];

test.each(CLASSES)('no character before a word is judged otherwise: (?<!%s)', (members) => {
  const plain = new RegExp(`(?<!${members})x`, 'u');
  const quick = asciiFirst(plain);
  const differing: string[] = [];
  for (let code = 0; code < 0x2_0000; code++) {
    const text = `${String.fromCodePoint(code)}x`;
    if (plain.test(text) !== quick.test(text)) differing.push(code.toString(16));
  }
  expect(quick.source).not.toBe(plain.source);
  expect(differing).toEqual([]);
});

test('a pattern without such a condition stays as it is', () => {
  expect(asciiFirst(/(?<=a)b(?!\p{L})/giu)).toEqual(/(?<=a)b(?!\p{L})/giu);
});
