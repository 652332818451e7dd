import { describe, expect, test } from 'vitest';
import { parseText } from '../parse-text.ts';
import { findCuts, workParts } from './cuts.ts';
import { describeFile } from './describe-work.ts';

const document = (text: string) => parseText(text, { name: 'file.txt' });
const describeText = (text: string) => describeFile(document(text));

const LETTER = `TỈNH ỦY BELUN

Số: 37-CV/TU
V/v triển khai Tuyên bố chung

Belun, ngày 20 tháng 6 năm 2024

Căn cứ Tuyên bố chung (gửi kèm Công văn này), Thường trực Tỉnh ủy có ý kiến như sau:

1. Giao Sở Giao thông chủ trì, phối hợp với các sở, ngành mở đường bay thẳng.

2. Giao Sở Thủy sản báo cáo kết quả trước ngày 30 tháng 9 năm 2024.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Trần Văn Bình

`;

const STATEMENT = `TUYÊN BỐ CHUNG giữa Chính phủ Canada và Chính phủ Na Uy

1. Nhận lời mời của Thủ tướng Na Uy, Thủ tướng Canada đã thăm chính thức Na Uy từ ngày 7 đến 9 tháng 6 năm 2024.

2. Hai bên nhất trí mở đường bay thẳng giữa hai thủ đô trong năm 2025.
`;

describe('what a file says of itself', () => {
  test('is quoted from the text, word for word', () => {
    for (const text of [LETTER, STATEMENT, LETTER + STATEMENT]) {
      for (const field of Object.values(describeText(text))) {
        if (field?.span) expect(text.slice(field.span.start, field.span.end)).toBe(field.words);
      }
    }
  });

  test('a letter has a number, a place and day of issue, and who signed for whom', () => {
    const { number, place, date, signatories, rendering } = describeText(LETTER);
    expect(number?.value).toBe('37-CV/TU');
    expect(place?.value).toBe('Belun');
    expect(date?.value).toBe('2024-06-20');
    expect(signatories?.value).toEqual([{ name: 'Trần Văn Bình', office: 'PHÓ BÍ THƯ', side: 'BAN THƯỜNG VỤ' }]);
    expect(rendering?.value).toBe('original');
  });

  test.each([
    ['Hà Giang, ngày 3 tháng 5 năm 2025', 'Hà Giang'],
    ['Thông cáo này làm tại Orvenna, ngày 18 tháng 11 năm 2025, thành hai bản.', 'Orvenna'],
    ['Done at Senmar on 19 October 2023.', 'Senmar'],
    ['Port Velm, 12 March 2026', 'Port Velm'],
    ['2024年8月14日于韦尔加尔', '韦尔加尔'],
    ['ولگار، ۱۴ اوت ۲۰۲۴', 'ولگار'],
  ])('%s names a place', (line, place) => {
    expect(describeText(`1. The sides agreed.\n\n2. The sides will meet.\n\n${line}\n`).place?.value).toBe(place);
  });

  test('each side of an agreement is signed for by its own', () => {
    const { signatories } = describeText(
      'AGREED MINUTES\n\n1. The sides agreed to meet.\n\nFor the Government of Ilmara:\n(signed)\nAren Voral\nMinister of Transport\n\nFor the Government of Tavoria:\n(signed)\nDano Merik\nMinister of Works\n',
    );
    expect(signatories?.value).toEqual([
      { name: 'Aren Voral', office: 'Minister of Transport', side: 'Government of Ilmara' },
      { name: 'Dano Merik', office: 'Minister of Works', side: 'Government of Tavoria' },
    ]);
  });

  test('names of guests in a text are no signatures', () => {
    expect(describeText(`${STATEMENT}\nTrần Văn Bình\n`).signatories).toBeNull();
  });

  test.each([
    ['Unofficial translation\n\nJOINT STATEMENT\n\n1. The sides agreed to meet.', 'unofficial-translation'],
    ['联合声明\n\n一、双方同意会晤。\n\n（参考译文）', 'unofficial-translation'],
    ['JOINT STATEMENT\n\n1. The sides agreed to meet.\n\nTranslated by DeepL', 'machine-translation'],
    ['TUYÊN BỐ CHUNG\n\n1. Hai bên nhất trí gặp nhau.\n\nBản dịch chính thức', 'official-translation'],
    ['Làm thành hai bản\n\n1. Hai bên nhất trí gặp nhau.\n\nCác văn bản có giá trị như nhau.', 'original'],
  ])('what a text says of its own translation counts: %s', (text, rendering) => {
    expect(describeText(text).rendering?.value).toBe(rendering);
  });

  test('a paragraph left in another language shows a translation', () => {
    const left =
      'Hai bên nhất trí tăng cường phối hợp trong quản lý các cửa khẩu biên giới và mở thêm hai lối thông quan.';
    const { rendering } = describeText(
      `JOINT STATEMENT\n\n1. The two sides agreed to open the railway line between the two capitals next year.\n\n${left}\n\n2. The two sides will review the progress every six months and inform each other.`,
    );
    expect(rendering).toMatchObject({ value: 'translation', words: left });
  });

  test.each([
    'PRIME MINISTERIAL DIRECTIVE\non border cooperation\n\n1. The Ministry of Trade shall prepare a list.',
    'EXECUTIVE ORDER 14 OF 2026\n\n1. The Ministry of Trade shall report to me by May.',
  ])('an order is told by its title: %s', (text) => {
    expect(describeText(text).type.value).toBe('directive');
  });

  test('a news page that tells of a statement is an article', () => {
    const text =
      'Ilmara and Tavoria to reopen the Norrin crossing\n20/08/2024 16:34\nThe two sides issued a joint statement on the northern border after the talks.\n\nThe crossing will open in May.';
    expect(describeText(text).type.value).toBe('article');
  });
});

describe('works in one file', () => {
  test('a letter and the statement it annexes are cut apart at once', () => {
    const [cut, ...more] = findCuts(document(LETTER + STATEMENT));
    expect(more).toEqual([]);
    expect(cut).toMatchObject({ at: LETTER.length, relation: 'annexes', sure: true });
    expect(workParts(document(LETTER + STATEMENT)).map(({ description }) => description.type)).toEqual([
      'directive',
      'joint-statement',
    ]);
  });

  test('two statements annexed to one letter are three works', () => {
    const second = STATEMENT.replaceAll('Na Uy', 'Iceland').replace('TUYÊN BỐ CHUNG', 'THÔNG CÁO CHUNG');
    expect(workParts(document(`${LETTER}${STATEMENT}\n${second}`))).toHaveLength(3);
  });

  test('a letter that only speaks of a statement is one work', () => {
    expect(findCuts(document(`${LETTER}\nTuyên bố chung đã được đăng trên Cổng thông tin.\n`))).toEqual([]);
  });

  test('an article around a statement is proposed, not cut', () => {
    const lead = 'The two leaders met in the old harbour and spoke about the crossing for an hour. '.repeat(10);
    const statement =
      'JOINT STATEMENT\n\n1. The two sides agreed to open the line in 2027.\n\n2. The two sides will meet every year.\n';
    const text = `Leaders meet in Senmar\n\n${lead}\n\nThey issued a joint statement. Its full text reads as follows:\n\nA look back\n\nThe talks began in 2019, and were broken off twice before they came to an end this week.\n\nOfficials spoke of a good day.\n\n${statement}`;
    const cuts = findCuts(document(text));
    for (const cut of cuts) expect(cut).toMatchObject({ relation: 'reproduces', sure: false });
  });

  test('sections that number their points anew are one work', () => {
    const text = `${STATEMENT}\nA. TRADE\n\n1. Open gates.\n\n2. Cut fees.\n\nB. JOINT STATEMENT FOLLOW-UP\n\n1. Report every year.\n`;
    expect(findCuts(document(text))).toEqual([]);
  });
});
