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
    'commitment deliver | thành lập Ủy ban hỗn hợp',
    'commitment study | nghiên cứu mở tuyến phà Nà Khê',
  ]);
});

test('sẽ sau mong muốn không thuộc trích dẫn, đồng ý giao là giao', () => {
  expect(found('Hai bên bày tỏ mong muốn sẽ mở tuyến phà Nà Khê.')).toEqual(['support support | mở tuyến phà Nà Khê']);
  expect(found('Đồng ý giao Sở Y tế thành lập đội cấp cứu.')).toEqual(['commitment deliver | thành lập đội cấp cứu']);
});

test('nước viết theo tên quốc tế là chủ ngữ', () => {
  for (const state of ['Indonesia', 'Malaysia', 'Úc', 'Vương quốc Anh'])
    expect(found(`${state} sẽ xây dựng một trường học.`)).toEqual(['commitment deliver | xây dựng một trường học']);
});

test('phòng chuyên môn của huyện là chủ ngữ, dù phòng cũng là động từ', () => {
  const reading = readVietnamese('Phòng Giáo dục và Đào tạo sẽ mở lớp bơi.', alone);
  expect(reading.units[0]?.subject?.text).toBe('Phòng Giáo dục và Đào tạo');
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

test('thời gian đứng trước động từ thuộc về hành động', () => {
  const text = 'Tổ thư ký chung theo dõi Chương trình này và sáu tháng một lần báo cáo hai Bộ trưởng.';
  expect(found(text)).toEqual([
    'commitment implement | theo dõi Chương trình này',
    'commitment implement | sáu tháng một lần báo cáo hai Bộ trưởng',
  ]);
  expect(found('Hai tỉnh trước ngày 30 tháng 4 năm 2027 trình phương án mở bến.')[0]).toMatch(/\| trước ngày 30/);
});

test('tên cơ quan đã trọn vẹn thì động từ theo sau là vị ngữ, kể cả khi cũng là danh từ', () => {
  expect(found('Các bộ, ngành và địa phương báo cáo khó khăn qua Ban Thư ký.')[0]).toMatch(/\| báo cáo khó khăn/);
  expect(found('Bên phát hiện thông báo cho bên kia trong vòng 12 giờ.')[0]).toMatch(/\| thông báo cho/);
  expect(found('Cơ quan quản lý thị trường rà soát danh mục hàng hóa.')[0]).toMatch(/\| rà soát/);
});

test('kết quả, tình hình, tiến độ thực hiện là điều được nói đến, không phải hành động', () => {
  expect(found('Các đơn vị báo cáo Sở Ngoại vụ kết quả thực hiện hằng quý.')[0]).toMatch(/\| báo cáo Sở Ngoại vụ/);
});

test('đánh giá cùng việc khác là nhiệm vụ, đánh giá quan hệ là lập trường', () => {
  expect(found('Ủy ban hỗn hợp đánh giá, giám sát việc thực hiện Hiệp định.')[0]).toMatch(/^commitment/);
  expect(found('Hai bên đánh giá quan hệ phát triển tốt đẹp.')[0]).toMatch(/^position/);
});

test('tên nước viết khác chính tả tiếng Việt mở đầu câu là một bên', () => {
  expect(found('Tavoria sẽ cử mười kỹ sư sang An Lạc.')[0]).toMatch(/\| cử mười kỹ sư/);
});

test('cảm ơn và mời: lời mời là một đơn vị', () => {
  const text = 'Thủ tướng Lê Quang cảm ơn sự đón tiếp trọng thị của nước chủ nhà và mời Quốc vương Sa Mai thăm An Lạc.';
  expect(found(text).at(-1)).toMatch(/^commitment \w+ \| mời Quốc vương/);
});

test('từ ghép chứa động từ không phải động từ', () => {
  expect(found('Các tỉnh phản ánh vướng mắc qua kênh ngoại giao.')).toEqual([
    'commitment implement | phản ánh vướng mắc qua kênh ngoại giao',
  ]);
});

test('sau dấu phẩy, đối tượng riêng cho biết động từ cũng là danh từ mở hành động mới', () => {
  const text =
    'Hai bên nhất trí đẩy mạnh hợp tác văn hóa, báo chí, tổ chức luân phiên Tuần phim hai năm một lần, nghiên cứu việc lập quỹ học bổng.';
  expect(found(text).map((unit) => unit.split('| ')[1])).toEqual([
    'đẩy mạnh hợp tác văn hóa, báo chí',
    'tổ chức luân phiên Tuần phim hai năm một lần',
    'nghiên cứu việc lập quỹ học bổng',
  ]);
  expect(found('Hai bên nhất trí đẩy mạnh hợp tác văn hóa, giao lưu thanh niên, trao đổi đoàn.')).toHaveLength(1);
});

test('đề mục chỉ có động từ không phải đơn vị', () => {
  expect(found('Tổ chức thực hiện', { opensItem: true, governor: null })).toEqual([]);
});

test('việc của nơi nhận báo cáo thuộc về báo cáo', () => {
  expect(found('Văn phòng định kỳ báo cáo Ban Thường vụ xem xét, cho ý kiến.')).toEqual([
    'commitment implement | định kỳ báo cáo Ban Thường vụ xem xét, cho ý kiến',
  ]);
});

test('sau dấu chấm phẩy trở lại việc của mình, trừ khi đang ủng hộ việc của một bên khác', () => {
  expect(found('Các tỉnh khuyến khích doanh nghiệp mở kho; tổ chức hội chợ vào tháng 5 năm 2027.')).toHaveLength(2);
  expect(found('Phía An Lạc ủng hộ phía Sa Mai bảo vệ ổn định; ứng phó với thiên tai.')).toHaveLength(1);
});

test('dấu phẩy giữa các cơ quan của một danh sách không mở chủ ngữ mới', () => {
  expect(found('Ủy ban lãnh đạo các sở, ngành, địa phương triển khai Chương trình.')).toHaveLength(1);
});

test('đề mục chỉ nêu tên cơ quan là chủ ngữ của các mục bên dưới', () => {
  const names = (text: string) => readVietnamese(text, { opensItem: true, governor: null }).names?.text ?? null;
  expect(names('Cục Điện lực')).toBe('Cục Điện lực');
  expect(names('Đảng ủy Quân sự tỉnh, Đảng ủy Công an tỉnh, theo chức năng, nhiệm vụ được giao:')).toBe(
    'Đảng ủy Quân sự tỉnh, Đảng ủy Công an tỉnh',
  );
  expect(names('Bộ sẽ tổ chức hội nghị:')).toBeNull();
  expect(names('Hợp tác quốc phòng')).toBeNull();
});

test('cơ quan đầu mối có trách nhiệm làm gì thì tự mình làm', () => {
  const text = 'Vụ Thị trường là cơ quan đầu mối, có trách nhiệm tổng hợp tình hình; báo cáo Bộ trưởng.';
  const { units } = readVietnamese(text, alone);
  expect(units).toHaveLength(2);
  expect(units[0]?.subject?.text).toBe('Vụ Thị trường');
});

test('ngoặc đơn cho biết ai chủ trì không thuộc trích dẫn', () => {
  expect(found('Xây dựng quy chế phối hợp (Sở Lúa chủ trì; Sở Chè phối hợp).', { ...alone, opensItem: true })).toEqual([
    'commitment deliver | Xây dựng quy chế phối hợp',
  ]);
});

test('ký kết văn bản có tên mở đơn vị mới sau dấu phẩy; số bản của biên bản không phải cam kết', () => {
  expect(found('Hai bên nhất trí nâng cấp Tham vấn chính trị, ký kết Bản ghi nhớ về nghề cá.')).toHaveLength(2);
  expect(found('Biên bản này được lập thành hai bản, mỗi bên giữ một bản.')).toEqual([]);
});

test('kết quả đếm được thì kiểm tra được; nội dung do hai cơ quan ấn định sau là cam kết', () => {
  for (const act of ['tiếp nhận 45 học viên', 'tăng số chuyến bay lên 14 chuyến', 'rút ngắn thời gian xuống còn 4 giờ'])
    expect(found(`Hai bên nhất trí ${act}.`)).toEqual([`commitment deliver | ${act}`]);
  expect(found('Thời gian cụ thể do hai cơ quan trao đổi, ấn định.')).toHaveLength(1);
});

test('bodies named by what they do open no act, and acts organised together are one', () => {
  const text =
    'Các cơ quan tham mưu, giúp việc Tỉnh ủy, các đảng ủy trực thuộc tổ chức nghiên cứu, quán triệt và triển khai Tuyên bố chung.';
  const place = { opensItem: true, governor: null };
  const units = readVietnamese(text, place).units.map((unit) => text.slice(unit.start, unit.end));
  expect(units).toEqual(['tổ chức nghiên cứu, quán triệt và triển khai Tuyên bố chung']);
});

test('thời hạn, lời mời thăm và danh từ sau "và" không mở đơn vị mới', () => {
  expect(found('Phía Sa Mai đồng ý lập hồ sơ cầu Nà Khê, dự kiến hoàn thành trong quý I năm 2027.')).toHaveLength(1);
  expect(found('Hai bên sẽ khảo sát tuyến phà; hoàn thành trước ngày 22/12/2026.')).toHaveLength(1);
  expect(found('Nhận lời mời của Tổng thống Sa Mai, Chủ tịch nước An Lạc thăm Sa Mai từ ngày 3 tháng 5.')).toEqual([]);
  expect(found('Hai bên cam kết duy trì trao đổi đoàn và tiếp xúc các cấp.')).toHaveLength(1);
});

test('lời hứa, lời kêu gọi và việc cùng làm sau "và" là đơn vị riêng', () => {
  expect(found('Hai bên hoan nghênh việc ký kết Hiệp định phà và sẽ sớm hoàn tất thủ tục nội bộ.')).toEqual([
    'support support | hoan nghênh việc ký kết Hiệp định phà',
    'commitment deliver | sớm hoàn tất thủ tục nội bộ',
  ]);
  expect(found('Hai bên nhất trí triển khai sáng kiến chung và kêu gọi các nước giàu hỗ trợ tài chính.')[1]).toMatch(
    /^support support . kêu gọi/,
  );
  expect(found('Hai bên sẽ chia sẻ kinh nghiệm gìn giữ hòa bình và phối hợp đào tạo sĩ quan.')[1]).toBe(
    'commitment implement | phối hợp đào tạo sĩ quan',
  );
});

test('xây dựng một vật là kết quả, xây dựng quan hệ là thúc đẩy; việc báo cáo và việc lặp lại là thực hiện', () => {
  expect(found('Hai bên sẽ xây dựng trang thông tin song ngữ.')[0]).toMatch(/^commitment deliver/);
  expect(found('Hai bên sẽ xây dựng lòng tin giữa nhân dân hai nước.')[0]).toMatch(/^commitment promote/);
  expect(found('Hai bên sẽ báo cáo kết quả trước ngày 30 tháng 11 năm 2026.')[0]).toMatch(/^commitment implement/);
  expect(found('Phía Sa Mai sẽ tiếp nhận 40 học viên mỗi năm.')[0]).toMatch(/^commitment implement/);
});

test('việc sẽ xong một lần sau "trong đó có việc" là một đơn vị riêng', () => {
  expect(
    found('Hai bên nhất trí mở rộng hợp tác giao thông, trong đó có việc khởi công tuyến phà Nà Khê trong năm 2027.'),
  ).toEqual([
    'commitment promote | mở rộng hợp tác giao thông',
    'commitment deliver | khởi công tuyến phà Nà Khê trong năm 2027',
  ]);
});

test('đầu mối, và việc sau tên loại cơ quan', () => {
  expect(found('Sở Ngoại vụ theo dõi tiến độ; là cơ quan đầu mối tổng hợp kết quả.')).toEqual([
    'commitment implement | theo dõi tiến độ',
    'commitment implement | tổng hợp kết quả',
  ]);
  expect(found('Đề nghị các tổ chức chính trị - xã hội tuyên truyền về quan hệ láng giềng.')).toHaveLength(1);
});

test('what sides settle by "thỏa thuận", and what follows a means that only names something', () => {
  const found = (text: string) =>
    readVietnamese(text, { opensItem: false, governor: null }).units.map((unit) => text.slice(unit.start, unit.end));
  expect(found('Hai bên thỏa thuận mở rộng hợp tác quốc phòng; tiếp tục tổ chức tuần tra chung trên biển.')).toEqual([
    'mở rộng hợp tác quốc phòng',
    'tiếp tục tổ chức tuần tra chung trên biển',
  ]);
  expect(found('Hai bên nhất trí chia sẻ số liệu thủy văn theo thời gian thực và thiết lập đường dây nóng.')).toEqual([
    'chia sẻ số liệu thủy văn theo thời gian thực',
    'thiết lập đường dây nóng',
  ]);
});

test('what sides agree to do for each other is their own undertaking', () => {
  expect(found('Hai bên nhất trí duy trì cơ chế tham vấn; ủng hộ ứng cử của nhau.').at(-1)).toMatch(/^commitment/);
});

test('what a paper or a party says somebody will do, or supports, is theirs', () => {
  const said = (text: string) =>
    readVietnamese(text, alone).units.map((unit) => [unit.kind, unit.subject?.text, text.slice(unit.start, unit.end)]);
  expect(said('Thông cáo nhấn mạnh hai bên sẽ mở đường bay thẳng.')).toEqual([
    ['commitment', 'hai bên', 'mở đường bay thẳng'],
  ]);
  expect(said('Thủ tướng Lê Quang khẳng định Lạc Vân ủng hộ Mê Đà đăng cai Diễn đàn.')).toEqual([
    ['support', 'Lạc Vân', 'ủng hộ Mê Đà đăng cai Diễn đàn'],
  ]);
  expect(said('Hai bên nhất trí ra tuyên bố chung, sẽ mở cửa khẩu mới.')).toEqual([
    ['commitment', 'Hai bên', 'mở cửa khẩu mới'],
  ]);
});

test('what was talked about and what is hoped for are no acts', () => {
  const text = 'Trao đổi về vấn đề biển, hai bên nhất trí giải quyết tranh chấp bằng biện pháp hòa bình.';
  expect(found(text, governed)).toEqual(['commitment implement | giải quyết tranh chấp bằng biện pháp hòa bình']);
  expect(found('Hai bên hy vọng rằng chuyến thăm sẽ được thực hiện.').every((one) => one.startsWith('position'))).toBe(
    true,
  );
});

test('các bên viết bằng chữ số, cùng chữ "cũng" và "qua đó" trước lời dẫn', () => {
  expect(found('2 bên sẽ mở tuyến phà Nà Khê.')).toEqual(['commitment deliver | mở tuyến phà Nà Khê']);
  expect(found('Hai bên đã trao đổi về tình hình nghề cá, qua đó nhất trí mở tuyến phà Nà Khê.').at(-1)).toBe(
    'commitment deliver | mở tuyến phà Nà Khê',
  );
  expect(found('Hai bên nhất trí, trên cơ sở kết quả đã đạt, cần sớm mở tuyến phà Nà Khê.')).toEqual([
    'commitment deliver | sớm mở tuyến phà Nà Khê',
  ]);
});

test('cấp trên đề nghị cấp dưới là giao việc; đề nghị nước khác là ủng hộ', () => {
  const unit = readVietnamese('Chủ tịch UBND tỉnh đề nghị các sở, UBND các huyện kiểm tra các bến phà.', alone)
    .units[0];
  expect(unit?.kind).toBe('commitment');
  expect(unit?.subject?.text).toBe('các sở, UBND các huyện');
  expect(found('Thủ tướng đề nghị Kestria mở tuyến phà.')[0]).toMatch(/^support/);
});

test('liệt kê danh từ gọi tên bằng động từ không mở đơn vị mới', () => {
  for (const text of [
    'Hai bên tăng cường hợp tác trong phòng, chống các loại tội phạm trên sông.',
    'Hai bên chia sẻ kinh nghiệm về xây dựng nông thôn, cải cách hành chính, hoàn thiện hệ thống pháp luật.',
    'Hai bên tăng cường phối hợp nghiên cứu, bảo tồn và phát huy giá trị các bến phà cổ.',
    'Hai bên thúc đẩy các bộ đẩy nhanh quy hoạch, xây dựng tuyến phà Nà Khê.',
    'Hai bên tăng cường hợp tác trong các lĩnh vực như: kết nối hạ tầng, tạo thuận lợi cho thông quan, du lịch.',
    'Hai bên chỉ đạo Ủy ban nhân dân các huyện và các cơ quan chức năng, nghiêm túc thực hiện quy chế bến phà.',
  ])
    expect(found(text)).toHaveLength(1);
  expect(found('Hai tỉnh tích cực phối hợp, thúc đẩy thủ tục mở bến phà.')).toEqual([
    'commitment promote | tích cực phối hợp, thúc đẩy thủ tục mở bến phà',
  ]);
});

test('trong một trường hợp, bên được nêu có nghĩa vụ; ai cùng dự thì không', () => {
  expect(found('Khi một Bên phát hiện tàu trôi dạt, phải kịp thời thông báo cho Bên kia.')).toEqual([
    'commitment implement | kịp thời thông báo cho Bên kia',
  ]);
  expect(found('Đoàn đại biểu do ông A Lý dẫn đầu, cùng với các đồng chí: Lê Ba, Phó Chủ tịch tỉnh; Trần Tư.')).toEqual(
    [],
  );
});

test('hội nghị do một nơi tổ chức là cam kết, kể cả khi tên có dấu phẩy', () => {
  const text = 'Các Bên nhất trí Hội nghị lần thứ 5 giữa các tỉnh Nà Khê, Thanh Lâm sẽ do tỉnh Thanh Lâm đăng cai.';
  expect(found(text)).toEqual([
    'commitment deliver | Hội nghị lần thứ 5 giữa các tỉnh Nà Khê, Thanh Lâm sẽ do tỉnh Thanh Lâm đăng cai',
  ]);
});

test('lĩnh vực gọi tên bằng động từ, cách nhau bằng dấu chấm phẩy, thuộc cùng một đơn vị', () => {
  const text = 'Hai bên thúc đẩy hợp tác trong các lĩnh vực lai tạo giống lúa; số hóa chăn nuôi; đào tạo nhân lực.';
  expect(found(text)).toHaveLength(1);
  expect(
    found('Hai bên mở rộng hợp tác trong lĩnh vực y tế; thành lập trung tâm cấp cứu chung tại Nà Khê.'),
  ).toHaveLength(2);
});

test('sau điều được ủng hộ, việc của chính bên ủng hộ là đơn vị riêng', () => {
  expect(found('Hai bên sẽ ủng hộ một thế giới bình đẳng, thúc đẩy quản trị toàn cầu.')).toEqual([
    'support support | ủng hộ một thế giới bình đẳng',
    'commitment promote | thúc đẩy quản trị toàn cầu',
  ]);
  expect(found('Hai bên ủng hộ doanh nghiệp mở tuyến phà, thúc đẩy du lịch.')).toHaveLength(1);
  expect(found('Hai bên ủng hộ các trường kết nghĩa, khuyến khích học sinh giao lưu.')).toHaveLength(2);
});

test('câu nói một việc là gì là lập trường; không có hành động là giữ nguyên', () => {
  expect(found('Hai bên nhất trí, bảo vệ quyền con người là sự nghiệp chung.')[0]).toMatch(/^position/);
  expect(found('Hai bên nhất trí thúc đẩy quan hệ với tư cách là đối tác chiến lược.')[0]).toMatch(/^commitment/);
  expect(found('Hai bên nhất trí lấy năm 2027 là Năm hữu nghị.')[0]).toMatch(/^commitment/);
  expect(found('Hai bên sẽ không có các hành động làm phức tạp tình hình, mở rộng tranh chấp.')).toEqual([
    'commitment implement | không có các hành động làm phức tạp tình hình, mở rộng tranh chấp',
  ]);
});

test('bàn bạc để ký kết là kết quả; tên cuối của lời mở đầu không phải chủ ngữ', () => {
  expect(found('Hai bên sẽ sớm bàn bạc, ký kết Hiệp định nghề cá.')[0]).toMatch(/^commitment deliver/);
  const text = 'Trên cơ sở các cơ chế như Sa Mai - Lạc Vân, Mê Đà - Lạc Vân, thúc đẩy chia sẻ số liệu.';
  expect(readVietnamese(text, governed).units.map(({ subject }) => subject)).toEqual([null]);
});

test('nhất trí trong một mục không nêu chủ ngữ mở đơn vị mới', () => {
  const text =
    'Kiểm soát bất đồng; tái khẳng định tầm quan trọng của hòa bình, nhất trí xử lý tranh chấp bằng đối thoại.';
  expect(found(text, governed).at(-1)).toBe('commitment implement | xử lý tranh chấp bằng đối thoại');
});
