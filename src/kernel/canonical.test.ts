import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical.ts';

test('one value has one text, in whatever order its members were written', () => {
  expect(canonicalJson({ b: [1, { d: null, c: 'Đ\n' }], a: true, z: undefined })).toBe(
    '{"a":true,"b":[1,{"c":"Đ\\n","d":null}]}',
  );
});

test('members stand in the order of their UTF-16 units, as RFC 8785 shows', () => {
  const names = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6'];
  const text = canonicalJson(Object.fromEntries(names.map((name) => [name, 0])));
  expect(Object.keys(JSON.parse(text))).toEqual(['1', '\r', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33']);
});

test('whatever is written can be read again, and is written the same', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      const text = canonicalJson(JSON.parse(json));
      expect(JSON.parse(text)).toEqual(JSON.parse(json));
      expect(canonicalJson(JSON.parse(text))).toBe(text);
    }),
  );
});
