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

test('tên nước ngắn là bên hành động, từ thường viết hoa thì không', () => {
  expect(found('Áo sẽ giúp Việt Nam sửa cáp treo.')).toEqual(['commitment implement | giúp Việt Nam sửa cáp treo']);
  expect(found('Ý kiến của các xã sẽ sớm nêu trong biên bản họp.')).toEqual([]);
});

test('việc sau dấu chấm phẩy và chữ và là đơn vị riêng', () => {
  expect(found('Hai bên sẽ mở lớp dạy nghề; và xây dựng kho giống.')).toHaveLength(2);
});

test('lời khẳng định không có nội dung riêng không là đơn vị', () => {
  expect(found('Bộ trưởng khẳng định, hai bên sẽ mở lớp dạy nghề.')).toEqual(['commitment deliver | mở lớp dạy nghề']);
});

test('người đứng đầu lưu ý, nhấn mạnh việc cơ quan dưới quyền phải làm', () => {
  expect(found('Thủ tướng lưu ý Bộ Y tế cần rà soát kho thuốc.')).toEqual(['commitment implement | rà soát kho thuốc']);
  expect(found('Thủ tướng nhấn mạnh các bộ, ngành đã làm tốt việc này.')[0]).toMatch(/^position/);
  expect(found('Thủ tướng đề nghị Bộ Ngoại giao hai nước rà soát thỏa thuận.')[0]).toMatch(/^support/);
});

test('chương trình nói hai bên sẽ tập trung vào việc gì', () => {
  expect(
    found(
      'Hai bên thống nhất Chương trình hợp tác sẽ tập trung vào hai nhiệm vụ, gồm tăng cường dạy nghề; mở thêm lớp.',
    ),
  ).toHaveLength(3);
  expect(found('Việt Nam sẽ cùng các nước ASEAN đưa quan hệ đi vào chiều sâu.')).toHaveLength(1);
});

test('dấu hai chấm trong ngoặc không tách cơ quan khỏi việc của nó', () => {
  expect(found('Sở Y tế trình kế hoạch (gồm: nhân lực, kinh phí).')).toHaveLength(1);
});

test('của hai động từ nối nhau, việc làm xong sau cùng cho biết mức cam kết', () => {
  expect(found('Hai bên sẽ mở rộng, thiết lập các kênh trao đổi.')).toEqual([
    'commitment deliver | mở rộng, thiết lập các kênh trao đổi',
  ]);
});
