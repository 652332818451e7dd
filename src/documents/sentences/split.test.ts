import { expect, test } from 'vitest';
import { sentenceEnds } from './split.ts';

/** Sentences parted by `|`. */
function split(marked: string): string {
  const text = marked.replaceAll('|', '');
  let from = 0;
  return sentenceEnds(text)
    .map((end) => {
      const sentence = text.slice(from, end);
      from = end;
      return sentence;
    })
    .join('|');
}

const CASES: Record<string, readonly string[]> = {
  'a full stop before a capital ends a sentence': [
    'The two sides met.| They agreed to meet again.',
    'Hai bên đã gặp gỡ.| Hai bên nhất trí gặp lại trong năm 2032.',
    '双方举行会谈。|双方同意加强合作！|是否足够？|双方表示满意。',
    'دو طرف دیدار کردند.| آیا کافی است؟| بله.',
  ],
  'semicolons and colons end none': ['Both sides will: (i) open the line; (ii) sign it.', '双方将共建大桥；支持交流。'],
  'decimals, dates and numbers are no ends': [
    'Dues fall by 4.5 percent.| See No. 5 of the plan.',
    'Ngày 18.4.2031 tại TP. Nà Khê, ông PGS.TS. Trần Khê dự họp.',
    'On 18. 4. 2031 the board met.',
    'See Art. 3 and paras. 4-5 of Vol. II of the plan.',
  ],
  'titles, initials and firms are no ends': [
    'Mr. J. P. Orlan met H.E. Dr. Tessen.| He left.',
    'Robert E. Lorne & Co. Ltd. of Lume will build it.',
    'The U.S. Government agreed.| It left the U.S.| The talks went on.',
    'They vowed to renew the Lorne–U.S. Compact on Tea.| It expires soon.',
  ],
  'a single capital after a small word ends its sentence': [
    'Hoàn thành giai đoạn I.| Hai bên chuyển sang giai đoạn II.',
  ],
  'a list number belongs to what follows': ['1. The Parties meet.| 2. The Parties trade.'],
  'quotes and brackets close after the stop': [
    'They said “peace.”| The sides agreed (in 2031.)| Then they left.',
    '双方重申“共商共建。”的原则。|双方同意。',
  ],
  'an ellipsis that goes on is no end': ['tăng cường giao lưu…, hợp tác v.v. và trao đổi.| Hai bên…| Hai bên họp.'],
  'a lost blank is still an end': ['tăng cường hợp tác.Hai bên | '.replace(' | ', ' họp.').replace('tác.', 'tác.|')],
  'an address is no end': ['See www.lume.example/Plan.html for it.| It is open.'],
  'words broken over lines are one sentence': ['The two sides agreed to open\nthe line in 2031.|\nThey will report.'],
};

for (const [name, cases] of Object.entries(CASES)) {
  test(name, () => {
    for (const marked of cases) expect(split(marked)).toBe(marked);
  });
}

test('a long text is split in linear time', () => {
  const time = (count: number) => {
    const text = 'The sides agreed to meet at No. 5 St. Orrin in 2031. '.repeat(count);
    const begun = performance.now();
    expect(sentenceEnds(text).length).toBe(count + 1);
    return performance.now() - begun;
  };
  time(2000);
  const small = time(5000);
  expect(time(50_000)).toBeLessThan(Math.max(60, small * 40));
});
