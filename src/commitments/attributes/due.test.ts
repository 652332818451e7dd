import { describe, expect, test } from 'vitest';
import { readDue, scanDue } from './due.ts';

const TODAY = '2026-04-17';

function intervals(text: string, language: 'vi' | 'en' | 'zh' | 'fa', today: string | null = TODAY): string[] {
  return scanDue(text, language, today).map((due) => `${due.text}: ${due.from ?? ''}/${due.to ?? ''}`);
}

describe('a due time becomes an interval', () => {
  test.each([
    ['vi', 'hoàn thành trong nửa đầu năm 2027', 'trong nửa đầu năm 2027: 2027-01-01/2027-06-30'],
    ['vi', 'Từ năm 2027, hai bên mở lại tuyến', 'Từ năm 2027: 2027-01-01/'],
    ['vi', 'nộp trước ngày 30/6/2026', 'trước ngày 30/6/2026: /2026-06-30'],
    ['vi', 'trong quý II năm 2027', 'trong quý II năm 2027: 2027-04-01/2027-06-30'],
    ['vi', 'giai đoạn 2026 – 2028', 'giai đoạn 2026 – 2028: 2026-01-01/2028-12-31'],
    ['vi', 'chậm nhất vào cuối năm 2027', 'chậm nhất vào cuối năm 2027: /2027-12-31'],
    ['vi', 'đến năm 2030 đạt 5 tỷ', 'đến năm 2030: /2030-12-31'],
    ['vi', 'sớm ký thỏa thuận', 'sớm: /'],
    ['vi', 'báo cáo trước ngày 20/6', 'trước ngày 20/6: /2026-06-20'],
    ['vi', 'nộp chậm nhất trong ngày 3/6.', 'chậm nhất trong ngày 3/6: /2026-06-03'],
    ['vi', 'họp trong tháng 2 tới', 'trong tháng 2 tới: 2027-02-01/2027-02-28'],
    ['vi', 'rà soát trong tháng 6', 'trong tháng 6: 2026-06-01/2026-06-30'],
    ['vi', 'trình trong quý III.', 'trong quý III: 2026-07-01/2026-09-30'],
    ['vi', 'họp trong quý I và quý II năm 2027', 'trong quý I và quý II năm 2027: 2027-01-01/2027-06-30'],
    ['vi', 'sửa cầu từ 01/7/2027 đến 31/12/2027', 'từ 01/7/2027 đến 31/12/2027: 2027-07-01/2027-12-31'],
    ['vi', 'thí điểm từ năm 2027 đến năm 2030', 'từ năm 2027 đến năm 2030: 2027-01-01/2030-12-31'],
    ['vi', 'gửi trước 17 giờ ngày 15/6/2027', 'trước 17 giờ ngày 15/6/2027: /2027-06-15'],
    ['vi', 'mở tuyến phà trong những năm tới', 'trong những năm tới: /'],
    ['vi', 'nộp không muộn hơn ngày 15/6/2027', 'không muộn hơn ngày 15/6/2027: /2027-06-15'],
    ['vi', 'xong trước ngày Quốc khánh 02/9/2027', 'trước ngày Quốc khánh 02/9/2027: /2027-09-02'],
    ['vi', 'tập huấn từ 15/6 - 20/6/2027', 'từ 15/6 - 20/6/2027: 2027-06-15/2027-06-20'],
    ['vi', 'tập huấn từ ngày 15 đến ngày 20/6/2027', 'từ ngày 15 đến ngày 20/6/2027: 2027-06-15/2027-06-20'],
    ['vi', 'mở lớp từ tháng 6 đến tháng 8/2027', 'từ tháng 6 đến tháng 8/2027: 2027-06-01/2027-08-31'],
    ['vi', 'mở lớp trong các tháng 6, 7, 8/2027', 'trong các tháng 6, 7, 8/2027: 2027-06-01/2027-08-31'],
    ['vi', 'làm điều phối viên (6/2027-8/2028)', '6/2027-8/2028: 2027-06-01/2028-08-31'],
    ['vi', 'họp trong quý I, II/2027', 'trong quý I, II/2027: 2027-01-01/2027-06-30'],
    ['vi', 'họp từ quý II đến quý IV/2027', 'từ quý II đến quý IV/2027: 2027-04-01/2027-12-31'],
    ['vi', 'dạy nghề trong các năm 2027, 2028', 'trong các năm 2027, 2028: 2027-01-01/2028-12-31'],
    ['vi', 'trồng cây trong sáu tháng cuối năm', 'trong sáu tháng cuối năm: 2026-07-01/2026-12-31'],
    ['en', 'in 2027', 'in 2027: 2027-01-01/2027-12-31'],
    ['en', 'by the end of 2026', 'by the end of 2026: /2026-12-31'],
    ['en', 'before 30 June 2026', 'before 30 June 2026: /2026-06-30'],
    ['en', 'before 2030', 'before 2030: /2029-12-31'],
    ['en', 'in the first half of 2027', 'in the first half of 2027: 2027-01-01/2027-06-30'],
    ['en', 'from 2027 onwards', 'from 2027 onwards: 2027-01-01/'],
    ['en', 'within six months', 'within six months: 2026-04-17/2026-10-17'],
    ['en', 'an early conclusion of the talks', 'early: /'],
    ['en', 'by 29 February 2028', 'by 29 February 2028: /2028-02-29'],
    ['zh', '力争2026年底前完成', '2026年底前: /2026-12-31'],
    ['zh', '自2027年起实施', '自2027年起: 2027-01-01/'],
    ['zh', '二〇二七年上半年举行', '二〇二七年上半年: 2027-01-01/2027-06-30'],
    ['zh', '尽早签署', '尽早: /'],
    ['zh', '于明年3月前提交', '于明年3月前: /2027-03-31'],
    ['zh', '6月15日前报审', '6月15日前: /2026-06-15'],
    ['fa', 'تا پایان سال ۱۴۰۵', 'تا پایان سال ۱۴۰۵: /2027-03-20'],
    ['fa', 'در سال ۲۰۲۷', 'در سال ۲۰۲۷: 2027-01-01/2027-12-31'],
    ['fa', 'تا ۱۵ خرداد ۱۴۰۶', 'تا ۱۵ خرداد ۱۴۰۶: /2027-06-05'],
    ['fa', 'تا آذر ۱۴۰۶', 'تا آذر ۱۴۰۶: /2027-12-21'],
    ['fa', 'تا آوریل ۲۰۲۷', 'تا آوریل ۲۰۲۷: /2027-04-30'],
    ['fa', 'در سال آینده', 'در سال آینده: 2027-01-01/2027-12-31'],
    ['fa', 'در آینده نزدیک', 'در آینده نزدیک: /'],
  ] as const)('%s: %s', (language, text, expected) => {
    expect(intervals(text, language)).toContain(expected);
  });
});

describe('what only looks like a due time is none', () => {
  test.each([
    ['vi', 'hệ thống cảnh báo sớm'],
    ['vi', 'giảm 10% so với năm 2027'],
    ['vi', 'trải qua 50 năm kể từ ngày thiết lập quan hệ'],
    ['vi', 'dự Hội nghị Biển Hồ năm 2027'],
    ['vi', 'bản ghi nhớ được ký tháng 4/2025'],
    ['en', 'the agreement signed in 2024'],
    ['en', 'early warning of floods'],
    ['en', 'by 31 February 2027'],
    ['en', '3,000 students'],
  ] as const)('%s: %s', (language, text) => {
    expect(intervals(text, language)).toEqual([]);
  });
});

test('the date in the title of a plan is not the due time of the clause', () => {
  const text = 'implement the Lake Plan until 2030';
  const dues = scanDue(text, 'en', TODAY);
  const clause = { start: 0, end: text.length };
  expect(readDue(dues, clause, null, false, [{ start: 14, end: text.length }])).toBeNull();
  expect(readDue(dues, clause, null, false, [])?.to).toBe('2030-12-31');
});

test('haste is a due time of an act done once, a date comes before a mere soon', () => {
  const text = 'promptly sign the treaty';
  const clause = { start: 0, end: text.length };
  expect(readDue(scanDue(text, 'en', null), clause, null, true, [])?.text).toBe('promptly');
  expect(readDue(scanDue(text, 'en', null), clause, null, false, [])).toBeNull();
  const both = 'soon open the gate in 2027';
  expect(readDue(scanDue(both, 'en', null), { start: 0, end: both.length }, null, true, [])?.to).toBe('2027-12-31');
});

test('a day without a year, named at the end of one, is of the next', () => {
  expect(intervals('hoàn thành trước ngày 15/1', 'vi', '2026-12-28')).toEqual(['trước ngày 15/1: /2027-01-15']);
});

test('the date of a programme or of an anniversary ahead is not that of the act', () => {
  expect(intervals('review the Action Programme for 2027-2030', 'en')).toEqual([]);
  expect(intervals('deepen ties in moving towards the 50th anniversary of relations in 2027', 'en')).toEqual([]);
  expect(intervals('carry out the programme in 2027', 'en')).toEqual(['in 2027: 2027-01-01/2027-12-31']);
  expect(intervals('Năm 2027 là năm kỷ niệm 50 năm quan hệ, hai bên mở tuyến phà', 'vi')).toEqual([]);
});
