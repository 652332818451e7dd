import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dutyWords, helpersIn, reportIn } from './duties.ts';

/** Words of directives, so that texts made of them often hold a duty. */
const WORDS = [
  'Phối hợp với',
  'phối hợp chặt chẽ cùng',
  'Sở Công Thương',
  'định kỳ hằng quý',
  'Hàng năm',
  'kịp thời',
  'báo cáo kết quả về',
  'tham mưu',
  'in consultation with',
  'In Coordination With',
  'together with',
  'Jointly with',
  'the Ports Office',
  'regularly',
  'every six months',
  'reports',
  'report on the works to',
  '会同',
  '市交通局',
  '定期向',
  '市政府报告',
  '每年向',
  '汇报',
  ',',
  '.',
];

const text = fc
  .array(fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...WORDS) }, { weight: 1, arbitrary: fc.string() }), {
    maxLength: 8,
  })
  .chain((parts) => fc.constantFrom(' ', '').map((gap) => parts.join(gap)));

test('a sentence set aside for want of duty words has no helper and no report', () => {
  let [helped, reported] = [0, 0];
  fc.assert(
    fc.property(text, (words) => {
      const { mayHelp, mayReport } = dutyWords(words);
      if (helpersIn(words) !== null) {
        helped += 1;
        expect(mayHelp).toBe(true);
      }
      if (reportIn(words) !== null) {
        reported += 1;
        expect(mayReport).toBe(true);
      }
    }),
    { numRuns: 600, seed: 5 },
  );
  expect(Math.min(helped, reported)).toBeGreaterThan(10);
});
