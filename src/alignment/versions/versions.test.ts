import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readCommitments } from '../../commitments/index.ts';
import { parseText } from '../../documents/index.ts';
import { compareVersions, type VersionFinding } from '../index.ts';

const EXAMPLES = resolve(import.meta.dirname, '../../../examples');

function findings(a: string, b: string): VersionFinding[] {
  const [one, other] = [parseText(a, { name: 'a.txt' }), parseText(b, { name: 'b.txt' })];
  const read = { a: readCommitments(one).candidates, b: readCommitments(other).candidates };
  return compareVersions(one, other, read).value;
}

function example(name: string): string {
  return readFileSync(resolve(EXAMPLES, name), 'utf8');
}

function grave(found: readonly VersionFinding[]): VersionFinding[] {
  return found.filter(({ severity }) => severity !== 'minor');
}

interface Planted {
  readonly type: string;
  readonly a: { readonly line: number } | null;
  readonly b: { readonly line: number } | null;
}

function matches(finding: VersionFinding, { type, a, b }: Planted): boolean {
  return finding.type === type && (a?.line === finding.a?.line || b?.line === finding.b?.line);
}

describe('the faulty draft of the example', () => {
  const found = grave(findings(example('joint-statement-2023.vi.txt'), example('joint-statement-2023.en-draft.txt')));
  const planted = example('gold/versions-2023.vi-en-draft.jsonl')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Planted);

  test('nine in ten of the planted faults are found (M18)', () => {
    const hit = planted.filter((fault) => found.some((finding) => matches(finding, fault)));
    expect(hit.length / planted.length).toBeGreaterThanOrEqual(0.9);
  });

  test('nine in ten of the findings are planted faults', () => {
    const right = found.filter((finding) => planted.some((fault) => matches(finding, fault)));
    expect(right.length / found.length).toBeGreaterThanOrEqual(0.9);
  });

  test('every untranslated paragraph is found and nothing else is called so', () => {
    const lines = (all: readonly (Planted | VersionFinding)[]) =>
      all.filter(({ type }) => type === 'untranslated').map(({ b }) => b?.line);
    expect(lines(found)).toEqual(lines(planted));
  });
});

describe('faithful versions', () => {
  test.each([
    ['joint-statement-2023.vi.txt', 'joint-statement-2023.en.txt'],
    ['joint-statement-2024.vi.txt', 'joint-statement-2024.zh.txt'],
    ['joint-statement-2024.vi.txt', 'joint-statement-2024.fa.txt'],
    ['joint-statement-2024.zh.txt', 'joint-statement-2024.fa.txt'],
    ['joint-statement-2026.vi.txt', 'joint-statement-2026.en.txt'],
  ])('%s and %s give at most one false alarm', (a, b) => {
    expect(grave(findings(example(a), example(b))).length).toBeLessThanOrEqual(1);
  });
});

describe('one fault at a time', () => {
  const rules = (a: string, b: string) => grave(findings(a, b)).map(({ rule }) => rule);
  const OPENING = 'Hai bên nhất trí tăng cường hợp tác du lịch và văn hóa trong những năm tới.';
  const TRANSLATED = 'The two sides agreed to strengthen cooperation in tourism and culture in the years to come.';
  const pair = (a: string, b: string) => rules(`${OPENING}\n\n${a}\n`, `${TRANSLATED}\n\n${b}\n`);

  test('another number', () => {
    expect(pair('Phía Ilmara sẽ cấp 45 suất học bổng.', 'The Ilmaran side will grant 54 scholarships.')).toEqual([
      'number/other',
    ]);
  });

  test('Parties that became sides', () => {
    expect(
      pair(
        'Lãnh đạo hai Đảng và hai nước sẽ gặp nhau hằng năm.',
        'The leaders of the two sides and two countries will meet annually.',
      ),
    ).toEqual(['contrast/who']);
  });

  test('one of two things lost behind a repetition', () => {
    expect(
      pair(
        'Hai bên khuyến khích doanh nghiệp nhà nước và doanh nghiệp tư nhân đầu tư.',
        'The two sides encourage state enterprises and state enterprises to invest.',
      ),
    ).toContain('omitted/repeated');
  });

  test('a fair translation gives no finding', () => {
    expect(
      pair(
        'Hai bên sẽ ký Hiệp định về hàng không trước ngày 31 tháng 5 năm 2032.',
        'The two sides will sign the Agreement on Aviation by 31 May 2032.',
      ),
    ).toEqual([]);
  });

  test('a paragraph that is missing', () => {
    const lost = 'Hai bên nhất trí thành lập trung tâm nghiên cứu biển tại thành phố Korin trong năm 2033.';
    const after = 'Hai bên đánh giá cao kết quả chuyến thăm và nhất trí giữ liên lạc thường xuyên.';
    const translated =
      'The two sides highly appreciated the outcome of the visit and agreed to stay in regular contact.';
    expect(rules(`${OPENING}\n\n${lost}\n\n${after}\n`, `${TRANSLATED}\n\n${translated}\n`)).toEqual([
      'omitted/passage',
    ]);
  });
});

describe('what only looks like a difference', () => {
  const OPENINGS = {
    en: 'The two sides agreed to strengthen cooperation in tourism and culture in the years to come.',
    vi: 'Hai bên nhất trí tăng cường hợp tác du lịch và văn hóa trong những năm tới.',
    zh: '双方同意在今后数年加强旅游和文化合作。',
    fa: 'دو طرف توافق کردند همکاری در گردشگری و فرهنگ را در سال‌های آینده تقویت کنند.',
  } as const;
  test.each<[string, keyof typeof OPENINGS, keyof typeof OPENINGS, string, string]>([
    ['a day of the week in Chinese', 'vi', 'zh', 'Cuộc họp diễn ra vào thứ Sáu.', '会议于周五举行。'],
    [
      'an English verb like a month',
      'en',
      'vi',
      'The delegates marched to the bridge.',
      'Các đại biểu đi bộ tới cây cầu.',
    ],
    [
      'a Persian comma between thousands',
      'en',
      'fa',
      'The fund pays 26,750 dollars.',
      'صندوق مبلغ ۲۶،۷۵۰ دلار می‌پردازد.',
    ],
    [
      'digits close behind a Persian word',
      'en',
      'fa',
      'A survey of 20,000 pupils was made.',
      'نظرسنجی از20,000 دانش‌آموز انجام شد.',
    ],
    ['a decade told by its century', 'en', 'zh', 'The harbour was built in the 1930s.', '港口建于20世纪30年代。'],
    [
      'two Chinese words that make a third at their seam',
      'en',
      'zh',
      'The data give each person more power.',
      '通过数据赋予个人权力。',
    ],
    ['a shortened not', 'en', 'vi', "The two sides don't want any fee.", 'Hai bên không muốn có khoản phí nào.'],
    [
      'a question in Vietnamese',
      'en',
      'vi',
      'Can both sides meet in May?',
      'Hai bên có thể gặp nhau trong tháng 5 không?',
    ],
    ['for example', 'en', 'vi', 'Plants such as tea are grown.', 'Người dân trồng các loại cây, chẳng hạn như chè.'],
  ])('%s', (_name, one, other, a, b) => {
    const found = findings(`${OPENINGS[one]}\n\n${a}\n`, `${OPENINGS[other]}\n\n${b}\n`);
    expect(grave(found).map(({ rule }) => rule)).toEqual([]);
  });
});

test('unrelated files are refused with a message, not compared', () => {
  const a = parseText('Hai bên nhất trí mở đường bay thẳng.\n\nHai bên sẽ ký thỏa thuận.\n', { name: 'a.txt' });
  const b = parseText('The cat slept.\n\nNobody watered the roses today.\n\nA kite hung in the oak.\n', {
    name: 'b.txt',
  });
  const { value, messages } = compareVersions(a, b);
  expect(value).toEqual([]);
  expect(messages.map(({ id }) => id)).toContain('alignment.unrelated');
});

test('two statements of one kind but of other matters are unrelated too: their numbers differ', () => {
  const read = (name: string) =>
    parseText(readFileSync(resolve(import.meta.dirname, '../../../test/fixtures/versions', name), 'utf8'), { name });
  expect(compareVersions(read('strait.vi.txt'), read('lagoon.zh.txt')).messages.map(({ id }) => id)).toContain(
    'alignment.unrelated',
  );
});

describe('versions that do not run side by side', () => {
  const compare = (a: string, b: string) =>
    compareVersions(parseText(a, { name: 'a.txt' }), parseText(b, { name: 'b.txt' }));
  const [vietnamese, english] = [example('joint-statement-2023.vi.txt'), example('joint-statement-2023.en.txt')];
  const [first, second] = [english.split('\n').slice(0, 26), english.split('\n').slice(26)];

  test('a section moved to the end is said to be moved, and only a few of its paragraphs are taken for lost', () => {
    const { value, messages } = compare(vietnamese, [...second, '', ...first].join('\n'));
    expect(messages.map(({ id }) => id)).toContain('alignment.moved');
    const lost = value.filter(({ rule, severity }) => rule === 'omitted/passage' && severity !== 'minor');
    expect(lost.length).toBeLessThanOrEqual(2);
  });

  test('a version of half the length is said to be a part, and what it has is still compared', () => {
    const { value, messages } = compare(vietnamese, first.join('\n').replace('412', '421'));
    expect(messages.map(({ id }) => id)).toContain('alignment.part');
    expect(value.map(({ rule }) => rule)).toContain('number/other');
  });

  test('one file twice is said to be the same, without a finding', () => {
    const { value, messages } = compare(vietnamese, vietnamese);
    expect(messages.map(({ id }) => id)).toContain('alignment.same');
    expect(grave(value)).toEqual([]);
  });
});

test('the examples are there', () => {
  expect(existsSync(EXAMPLES)).toBe(true);
});
