import { expect, test } from 'vitest';
import { base32, codeAt, stepOf } from './totp.ts';

/** The secret of the test vectors of RFC 6238, appendix B; their last six digits. */
const SECRET = new TextEncoder().encode('12345678901234567890');

test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1234567890, '005924'],
  [20000000000, '353130'],
])('the code at %i seconds is that of the standard', (seconds, code) => {
  expect(codeAt(SECRET, Math.floor(seconds / 30))).toBe(code);
});

test('a code is taken for half a minute before and after, not longer', () => {
  const at = (seconds: number) => new Date(seconds * 1000).toISOString();
  expect(stepOf(SECRET, '287082', at(59))).toBe(1);
  expect(stepOf(SECRET, '287082', at(89))).toBe(1);
  expect(stepOf(SECRET, '287082', at(120))).toBeNull();
});

test('a secret is written in the letters of RFC 4648', () => {
  expect(base32(SECRET)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
});
