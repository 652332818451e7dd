import { describe, expect, test } from 'vitest';
import { parseText } from '../../documents/index.ts';
import { readCommitments } from '../read-commitments.ts';

function read(text: string) {
  const document = parseText(text, { name: 'statement.txt' });
  return readCommitments(document).candidates.map((candidate) => ({
    ...candidate,
    evidenced: (candidate.evidence.places ?? []).map(({ start, end }) => text.slice(start, end)),
  }));
}

const TITLE = 'Joint Statement between Japan and India\n\n';
const INDIA = `${TITLE}Prime Minister Kenta Mori of Japan received the Prime Minister of India, Ravi Sen, on 3 May 2026. `;

describe('actors of other relations', () => {
  test('both sides, one side by its adjective, and a leader by the text', () => {
    const found = read(
      `${INDIA}The two sides agreed to open a lake museum. The Indian side will build a bridge. Prime Minister Ravi Sen invited Prime Minister Kenta Mori to visit India.`,
    );
    expect(found.filter(({ kind }) => kind === 'commitment').map(({ actors }) => actors)).toEqual([
      ['both'],
      ['IN'],
      ['IN'],
    ]);
  });

  test('a leader introduced with honours is known by the family name alone', () => {
    const found = read(
      `${TITLE}The Prime Minister of India, H.E. Mr. Ravi Sen, visited Japan at the invitation of the Prime Minister of Japan, H.E. Ms. Kenta Mori.\n\nPrime Minister Sen invited Prime Minister Mori to visit India in 2027; the dates will be settled through diplomatic channels.`,
    );
    expect(found.filter(({ kind }) => kind === 'commitment').map(({ actors }) => actors)).toEqual([['IN'], ['both']]);
  });

  test('ministers of their own whom leaders tell, and a side behind a conjunction', () => {
    const found = read(
      `${INDIA}The leaders tasked the two Foreign Ministers and their chief negotiators to draft a pact. Japan agreed to open a port, while India agreed to widen a road.`,
    );
    expect(found.filter(({ kind }) => kind === 'commitment').map(({ actors }) => actors)).toEqual([
      ['foreign-ministers', 'chief-negotiators'],
      ['JP'],
      ['IN'],
    ]);
  });

  test('the parties a title names, and two leaders of whom one is introduced, are both of them', () => {
    const found = read(
      'Fact Sheet on Japan-India Cooperation\n\nJapan and India will plant trees in Nepal. The Prime Minister of India, Ravi Sen, praised the tea of Bhutan. Prime Minister Ravi Sen and President Ana Kito agreed to widen a road.',
    );
    expect(found.filter(({ kind }) => kind === 'commitment').map(({ actors }) => actors)).toEqual([['both'], ['both']]);
    const group = read('Plan of Action of the ASEAN-Japan Partnership\n\nASEAN and Japan will open a tea school.');
    expect(group.at(-1)?.actors).toEqual(['both']);
  });

  test('a group of states acts as all parties', () => {
    const found = read(
      'Leaders of the Lake Group\n\nWe, the Leaders, met today. We will plant one million trees by 2030.',
    );
    expect(found.at(-1)?.actors).toEqual(['all-parties']);
    expect(found.at(-1)?.due).toEqual({ text: 'by 2030', from: null, to: '2030-12-31' });
  });
});

test('names are cited as they stand, with their place', () => {
  const found = read(
    `${INDIA}The two sides agreed to implement the Agreement on Lake Fisheries and to make full use of the Joint Committee on Tea. They will build a road bridge across the Amber River.`,
  );
  const acts = found.filter(({ kind }) => kind === 'commitment');
  expect(acts[0]?.instruments).toEqual(['Agreement on Lake Fisheries']);
  expect(acts[1]?.mechanisms).toEqual(['Joint Committee on Tea']);
  expect(acts[2]?.places).toEqual(['Amber River']);
  expect(acts[2]?.evidenced).toEqual(['Amber River']);
});

test('a month after a name is when, not what', () => {
  const found = read(
    `${TITLE}The two sides agreed to sign the Protocol on Lake Trade in May 2027 and hold the Business Forum on Tea in March 2028.`,
  );
  expect(found[0]?.instruments).toEqual(['Protocol on Lake Trade']);
  expect(found[0]?.due).toEqual({ text: 'in May 2027', from: '2027-05-01', to: '2027-05-31' });
  expect(found[1]?.mechanisms).toEqual(['Business Forum on Tea']);
  expect(found[1]?.due?.to).toBe('2028-03-31');
});

test('a gate pair of the registers is cited with both names', () => {
  const [found] = read(
    'Tuyên bố chung Việt Nam - Trung Quốc\n\nHai bên nhất trí nâng cấp cửa khẩu Chi Ma (Việt Nam) - Ái Điểm (Trung Quốc) trong năm 2027.',
  );
  expect(found?.places).toEqual(['Chi Ma', 'Ái Điểm']);
  expect(found?.actors).toEqual(['both']);
  expect(found?.due?.to).toBe('2027-12-31');
});

test('a directive names who leads, who helps and whom to tell', () => {
  const found = read(
    'TỈNH ỦY ĐIỆN BIÊN\nKính gửi: các cơ quan\n\n1. Giao Ban Tổ chức Tỉnh ủy chủ trì, phối hợp Sở Y tế, các cơ quan liên quan xây dựng kế hoạch đào tạo. Định kỳ báo cáo Thường trực Tỉnh ủy kết quả.',
  );
  const lead = found.find(({ lead: unit }) => unit !== null);
  expect(lead?.lead).toBe('organisation-board');
  expect(lead?.coordinators).toEqual(['health-department', 'relevant-agencies']);
  const opened = read(
    'TỈNH ỦY ĐIỆN BIÊN\nKính gửi: các cơ quan\n\n1. Giao Sở Công Thương chủ trì, phối hợp với Sở Tài chính, các cơ quan liên quan mở chợ tại tỉnh Lai Châu.',
  )[0];
  expect(opened?.coordinators).toEqual(['finance-department', 'relevant-agencies']);
  expect(opened?.strength).toBe('deliver');
  const report = found.find(({ report: duty }) => duty !== null)?.report;
  expect(report).toEqual({ period: 'Định kỳ', recipients: ['provincial-party-standing-board'] });
});

const PLAN =
  'BỘ Y TẾ\nSố: 12/KH-BYT\n\nKẾ HOẠCH\nTriển khai hợp tác y tế với Sa Mai\n\n1. Phòng bệnh\n- Văn phòng Bộ, Vụ Pháp chế, Sở Y tế các tỉnh biên giới hướng dẫn thủ tục.\n- Giao Bệnh viện Hữu nghị An Hòa: tiếp nhận bệnh nhân chuyển tuyến.\n- Đề nghị Ủy ban nhân dân các tỉnh biên giới chỉ đạo Sở Y tế thực hiện.\n';

test('committees act by the places named behind them, and a college without a register beside an office', () => {
  const found = read(
    'ỦY BAN NHÂN DÂN\nTỈNH SƠN TRÀ\nSố: 8/KH-UBND\n\nKẾ HOẠCH\nHợp tác với tỉnh Bô Ly\n\n1. Giao Sở Giáo dục và Đào tạo, Trường Cao đẳng Sơn Trà tiếp nhận 25 lưu học sinh.\n2. UBND các huyện Nậm Pha, Mường Lói: Đẩy mạnh kết nghĩa bản - bản.\n\nNơi nhận:\n- Như trên.\n',
  );
  expect(found.map(({ actors }) => actors)).toEqual([
    ['education-training-department', 'son-tra-college'],
    ['nam-pha-district-committee', 'muong-loi-district-committee'],
  ]);
});

test('bodies of a list that no register knows stand beside those it knows, in their order', () => {
  expect(read(PLAN).map(({ actors }) => actors)).toEqual([
    ['ministry-office', 'legal-department', 'provincial-health-departments'],
    ['an-hoa-friendship-hospital'],
    ['provincial-peoples-committees'],
  ]);
});

test('ministers of both sides, a list of bodies told, and a leader by the office alone', () => {
  const found = read(
    'Tuyên bố chung giữa Cộng hòa An Lạc và Cộng hòa Sa Mai\n\nTổng thống Sa Mai Ha Rin tiếp Chủ tịch nước An Lạc Lê Tấn. Hai bên giao các Bộ trưởng Giao thông hai nước hoàn tất đàm phán. Hai bên yêu cầu Bộ Tài chính, Bộ Công Thương nghiên cứu thanh toán. Chủ tịch nước mời Tổng thống thăm An Lạc. Tổng thống nhận lời.',
  );
  expect(found.map(({ actors }) => actors)).toEqual([
    ['transport-ministers'],
    ['ministry-of-finance', 'ministry-of-industry-and-trade'],
    ['an-lac'],
    ['sa-mai'],
  ]);
});

test('Chinese bodies that a register sees only the owner of, and units responsible in a line below', () => {
  const found = read('云岭省与班纳省边境合作会谈纪要\n\n双方秘书处负责跟踪落实。\n\n双方移民管理部门加强协作。\n');
  expect(found.map(({ actors }) => actors)).toEqual([['secretariats'], ['immigration-departments']]);
  const [planned] = read(
    '云岭省口岸行动方案\n\n一、重点任务\n（一）提升口岸能力。加快改造口岸查验通道，建设智慧口岸系统。责任单位：省商务厅、省财政厅。\n',
  );
  expect(planned?.actors).toEqual(['department-of-commerce']);
  expect(planned?.coordinators).toEqual(['department-of-finance']);
});

test('Chinese bodies of both sides in a list, who acts after 由, and a place by its name', () => {
  const found = read(
    '青澜共和国与赤水王国联合委员会会议纪要\n\n双方同意以下事项：\n一、青澜国家铁路集团与赤水铁路公司将签署车辆互用协议。\n二、双方启动航道整治，由赤方承担疏浚费用。\n三、省商务厅每半年会同省统计局开展一次运行分析。\n四、南溪市、白鹿州要与邻国建立友好城市关系。\n五、第三次会议将于2027年在澜京举行。\n'.replace(
      '会议纪要',
      (title) => `${title}\n\n${'两国代表团在友好气氛中举行会谈。'.repeat(30)}`,
    ),
  );
  expect(found.map(({ actors }) => actors)).toEqual([
    ['national-railway-group', 'railway-company'],
    ['both'],
    ['chishui'],
    ['department-of-commerce'],
    ['nanxi', 'bailu'],
    ['both'],
  ]);
});

test('two localities of a Chinese title are its sides, also by the state they lie in', () => {
  const found = read(
    '中国云雾省与泰林国南塔省合作会议纪要\n\n双方就合作交换了意见。云方将为南方培训50名技术人员。泰林方承诺取消临时检验。由云雾省农科院与南塔省卫生厅共同编写报告。\n',
  );
  expect(found.map(({ actors }) => actors)).toEqual([
    ['yunwu'],
    ['nanta'],
    ['yunwu-academy-of-agricultural-sciences', 'department-of-health'],
  ]);
});

test('two Persian parties of a title that no list of states has, by their names and adjectives', () => {
  const found = read(
    'بیانیه مشترک جمهوری کوهسار و جمهوری دشتان\n\nدو طرف توافق کردند همکاری‌ها را گسترش دهند. طرف دشتانی متعهد شد ۵۰ بورسیه اعطا کند.\n',
  );
  expect(found.map(({ actors }) => actors)).toEqual([['both'], ['dashtan']]);
});

test('bodies of a directive are read whole: after a title, before what they act by, with words that join lists in their names', () => {
  const found = read(
    'CÔNG ĐIỆN\nVề mùa cạn, ngày 2 tháng 5 năm 2027\n\n1. Đài Tiếng nói Việt Nam, Văn phòng HĐND và UBND huyện theo chức năng, nhiệm vụ được giao rà soát bản tin.\n2. Yêu cầu Bộ trưởng Bộ Kế hoạch và Đầu tư rà soát vốn.\n3. Yêu cầu Sở Du lịch các tỉnh, thành phố rà soát phao cứu sinh; yêu cầu Sở Y tế các tỉnh rà soát thuốc.\n4. Yêu cầu Chủ tịch UBND các quận, huyện rà soát giếng nước.\n',
  );
  expect(found.map(({ actors }) => actors)).toEqual([
    ['voice-of-vietnam', 'district-office'],
    ['ministry-of-planning-and-investment'],
    ['provincial-tourism-departments'],
    ['provincial-health-departments'],
    ['district-committees'],
  ]);
});

test('the name of a state inside the name of a place is no state', () => {
  const found = read(
    'CHỈ THỊ\nVề bến bãi năm 2027\n\n1. Chủ tịch UBND TP Thủ Đức rà soát bến bãi.\n2. Sở Y tế rà soát trạm.\n',
  );
  expect(found.map(({ actors }) => actors)).toEqual([['thu-duc-peoples-committee'], ['health-department']]);
});

test('who gladly accepts is the party that is not visited', () => {
  const found = read(
    'TUYÊN BỐ CHUNG\nViệt Nam - Nhật Bản\n\nHai bên nhất trí mở lớp dạy nghề.\n\nThủ tướng Phạm Bình mời Thủ tướng Kenji Mori thăm Việt Nam. Thủ tướng Kenji Mori vui vẻ nhận lời.\n',
  );
  expect(found.map(({ actors }) => actors)).toEqual([['both'], ['VN'], ['JP']]);
});
