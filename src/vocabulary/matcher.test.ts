import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evenTones, fold, kebab } from './fold.ts';
import { compileGroups, compileMatcher } from './matcher.ts';

const names = compileMatcher([
  { form: 'Việt Nam - Trung Quốc', value: 'pair' },
  { form: 'Đồng Hải', value: 'town', capital: true },
  { form: 'railway*', value: 'rail' },
  { form: '口岸', value: 'gate' },
  { form: 'وزارت‌خانه*', value: 'ministry' },
  { form: 'Ủy ban', value: 'committee' },
  { form: 'WHO', value: 'who', exact: true },
  { form: 'hợp tác', value: 'cooperate', strict: true },
]);
const words = (text: string) => names.scan(text).map(({ start, end }) => text.slice(start, end));

test('a name is found however its dash, case and half-space are written', () => {
  expect(words('quan hệ Việt Nam– Trung Quốc')).toEqual(['Việt Nam– Trung Quốc']);
  expect(words('وزارتخانههای دو کشور')).toEqual(['وزارتخانه']);
  expect(words('建设口岸')).toEqual(['口岸']);
});

test('signs that are passed over change nothing in the first word of a form or behind it', () => {
  for (const sign of ['\u200c', '\u00ad', '\u0640']) {
    expect(words(`các ủy${sign} ban`)).toEqual([`ủy${sign} ban`]);
    expect(words(`Vi${sign}ệt Nam${sign} - Trung Quốc`)).toEqual([`Vi${sign}ệt Nam${sign} - Trung Quốc`]);
  }
  expect(words('in Dong  Hai')).toEqual(['Dong  Hai']);
});

test('diacritics may be left out of a name but not be wrong, nor be left out of an ordinary word', () => {
  expect(words('Dong Hai, Đồng Hải, Đông Hải')).toEqual(['Dong Hai', 'Đồng Hải']);
  expect(words('hop tac, hợp tác')).toEqual(['hợp tác']);
});

test('old and new places of the tone are the same name', () => {
  expect(words('Uỷ ban và Ủy ban')).toEqual(['Uỷ ban', 'Ủy ban']);
  expect(evenTones('hoà')).toBe(evenTones('hòa'));
});

test('a name does not begin inside a word, nor with a small letter, and an abbreviation keeps its capitals', () => {
  expect(words('xrailway, railways')).toEqual(['railway']);
  expect(words('đồng hải')).toEqual([]);
  expect(words('who, WHO')).toEqual(['WHO']);
});

test('the longest of several forms wins, and groups do not disturb each other', () => {
  const scan = compileGroups({
    a: [
      { form: 'nuclear', value: 1 },
      { form: 'nuclear safety', value: 2 },
    ],
    b: [{ form: 'safety', value: 3 }],
  });
  const found = scan('nuclear safety first');
  expect(found.a.map(({ value }) => value)).toEqual([2]);
  expect(found.b.map(({ value }) => value)).toEqual([3]);
});

test('folding keeps the length of any text, and any form is found in a text that holds it', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => fold(text, 'bare').length === text.length));
  const letters = fc.string({ unit: fc.constantFrom(...'abcxyzđêôơ'), minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(letters, letters, (form, other) => {
      const [match] = compileMatcher([{ form, value: 0 }])
        .scan(`${other}! ${form}.`)
        .slice(-1);
      expect(match?.end).toBe(other.length + 2 + form.length);
    }),
  );
});

test('a kebab id holds letters, digits and single dashes', () => {
  expect(kebab('Khu tự trị “Đồng Hải” – 2')).toBe('khu-tu-tri-dong-hai-2');
});
