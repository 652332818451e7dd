import { expect, test } from 'vitest';
import { readVietnamese } from './vi/read-sentence.ts';

const alone = { opensItem: false, governor: null };

function found(text: string): string[] {
  return readVietnamese(text, alone).units.map(
    (unit) => `${unit.kind} ${unit.strength} | ${text.slice(unit.start, unit.end)}`,
  );
}

test('việc của cơ quan nói sau đối với', () => {
  expect(found('Đối với các ban của Tỉnh ủy, tập trung thẩm định hồ sơ.')).toEqual([
    'commitment implement | tập trung thẩm định hồ sơ',
  ]);
  expect(found('Đối với hộ vi phạm, xử phạt nghiêm.')).toEqual([]);
});

test('việc phải làm trong một thời hạn, việc của cơ quan chủ trì', () => {
  expect(found('Giao Sở Y tế lập hồ sơ; chậm nhất cuối quý II-2028 phải hoàn thành trạm xá.')).toEqual([
    'commitment deliver | lập hồ sơ',
    'commitment deliver | hoàn thành trạm xá',
  ]);
  expect(found('Sở Y tế chủ trì lập quy hoạch trạm xá.')).toEqual([
    'commitment deliver | chủ trì lập quy hoạch trạm xá',
  ]);
});

test('việc sau trong việc và trong tên đề án không là đơn vị riêng', () => {
  expect(found('Sở Y tế phối hợp với các xã trong việc bảo vệ nguồn nước, tổ chức lấy mẫu.')).toHaveLength(1);
  expect(found('Sở Y tế triển khai Đề án tìm kiếm, sưu tầm cây thuốc.')).toHaveLength(1);
});
