import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findTerms, foldForSearch, searchTerms } from './search-text.ts';

const fold = (text: string) => foldForSearch(text).text;
const lit = (text: string, query: string) => findTerms(text, query).map(({ start, end }) => text.slice(start, end));

test('Vietnamese is found without its marks, composed or not, đ as d', () => {
  expect(fold('Đồng Đăng – Hữu Nghị')).toBe('dong dang - huu nghi');
  expect(fold('Đồng Đăng'.normalize('NFD'))).toBe('dong dang');
  expect(lit('cửa khẩu Đồng Đăng', 'dong dang')).toEqual(['Đồng', 'Đăng']);
});

test('the marks of a decomposed letter are lit with it', () => {
  const text = 'tỉnh Điện Biên'.normalize('NFD');
  expect(lit(text, 'dien')).toEqual(['Điện'.normalize('NFD')]);
});

test('Persian is found in either keyboard, with or without half-spaces, in any digits', () => {
  expect(fold('كميته ۱۴۰۲')).toBe(fold('کمیته 1402'));
  expect(lit('همکاری می‌کنند', 'می‌کنند')).toEqual(['می‌کنند']);
  expect(lit('همکاری می کنند', 'می‌کنند')).toEqual(['می', 'کنند']);
  expect(lit('همکاری می‌کنند', 'میکنند')).toEqual(['می‌کنند']);
});

test('Chinese is found as it stands, full-width letters as half-width', () => {
  expect(lit('双方同意加强口岸合作', '口岸')).toEqual(['口岸']);
  expect(fold('ＡＢＣ１２')).toBe('abc12');
});

test('every word must be found, a phrase in quotation marks as one', () => {
  expect(lit('open the border gate', 'gate open')).toEqual(['open', 'gate']);
  expect(lit('open the border gate', 'gate closed')).toEqual([]);
  expect(searchTerms('“border gate” open')).toEqual(['border gate', 'open']);
  expect(lit('open the border\ngate', '"border gate"')).toEqual(['border\ngate']);
});

test('offsets lead back into the text, forward and within it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const folded = foldForSearch(text);
      for (let index = 1; index <= folded.text.length; index++) {
        expect(folded.at(index)).toBeGreaterThanOrEqual(folded.at(index - 1));
      }
      expect(folded.at(folded.text.length)).toBe(text.length);
    }),
  );
});

test('folding twice changes nothing more', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(fold(fold(text))).toBe(fold(text));
    }),
  );
});
