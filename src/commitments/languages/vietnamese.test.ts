import { expect, test } from 'vitest';
import { readVietnamese } from './vi/read-sentence.ts';

const alone = { opensItem: false, governor: null };
const governed = { opensItem: false, governor: { id: 'nhất-trí', kind: 'commitment', complement: 'action' } as const };

function found(text: string, place: Parameters<typeof readVietnamese>[1] = alone): string[] {
  return readVietnamese(text, place).units.map(
    (unit) => `${unit.kind} ${unit.strength} | ${text.slice(unit.start, unit.end)}`,
  );
}

test('mỗi hành động có đối tượng riêng là một đơn vị', () => {
  expect(
    found('Hai bên nhất trí tăng cường tin cậy; thành lập Ủy ban hỗn hợp và nghiên cứu mở tuyến phà Nà Khê.'),
  ).toEqual([
    'commitment promote | tăng cường tin cậy',
    'commitment deliver | thành lập Ủy ban hỗn hợp và nghiên cứu mở tuyến phà Nà Khê',
  ]);
});

test('động từ trong liệt kê danh từ không mở đơn vị mới', () => {
  expect(found('Hai bên sẽ tăng cường trao đổi, hợp tác, đào tạo cán bộ.')).toHaveLength(1);
});

test('các động từ chung một đối tượng là một đơn vị', () => {
  expect(found('Hai bên cần kế thừa, bảo vệ và phát huy tình hữu nghị.')).toHaveLength(1);
});

test('sẵn sàng và ủng hộ là ủng hộ, giao là cam kết của cơ quan được giao', () => {
  expect(found('Phía Sa Mai sẵn sàng chia sẻ kinh nghiệm.')[0]).toMatch(/^support/);
  const text = 'Giao Sở Ngoại vụ chủ trì, phối hợp với các huyện tổ chức hội chợ.';
  const reading = readVietnamese(text, alone);
  expect(reading.units[0]?.kind).toBe('commitment');
  expect(reading.units[0]?.subject?.text).toBe('Sở Ngoại vụ');
});

test('chủ ngữ kèm hành động không có từ dẫn vẫn là cam kết, việc đã qua thì không', () => {
  expect(found('Tỉnh Thanh Lâm tiếp nhận 30 lưu học sinh.')[0]).toMatch(/^commitment deliver/);
  expect(found('Hai bên đã ký Biên bản ghi nhớ.')[0]).toMatch(/^record/);
});

test('câu không chủ ngữ theo từ dẫn của câu trước', () => {
  expect(found('Đẩy mạnh hợp tác du lịch.', governed)).toEqual(['commitment promote | Đẩy mạnh hợp tác du lịch']);
});

test('hành động được nói đến, không được hứa, không phải đơn vị', () => {
  expect(found('Tăng cường hợp tác là yêu cầu khách quan.', governed)).toEqual([]);
});

test('chúc và tin tưởng điều bên kia sẽ làm không phải cam kết', () => {
  const kinds = readVietnamese(
    'Phía An Lạc chúc và tin tưởng Sa Mai sẽ hoàn thành các mục tiêu đề ra.',
    alone,
  ).units.map((unit) => unit.kind);
  expect(kinds).not.toContain('commitment');
});
