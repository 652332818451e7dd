import { expect, test } from 'vitest';
import { readPersian } from './fa/read-sentence.ts';
import { readChinese } from './zh/read-sentence.ts';

const alone = { opensItem: false, governor: null };

function chinese(text: string): string[] {
  return readChinese(text, alone).units.map(
    (unit) => `${unit.kind} ${unit.strength} | ${text.slice(unit.start, unit.end)}`,
  );
}

function persian(text: string): string[] {
  return readPersian(text, alone).units.map(
    (unit) => `${unit.kind} ${unit.strength} | ${text.slice(unit.start, unit.end)}`,
  );
}

test('双方同意之后的每个行动各为一个单位', () => {
  expect(chinese('双方同意加强战略对接，建立联合委员会，研究商签贸易协定。')).toEqual([
    'commitment promote | 加强战略对接',
    'commitment deliver | 建立联合委员会',
    'commitment study | 研究商签贸易协定',
  ]);
});

test('愿和支持是支持，已签署的是记录', () => {
  expect(chinese('马方愿同安方分享经验。')[0]).toMatch(/^support/);
  expect(chinese('双方支持两国高校合作。')[0]).toMatch(/^support/);
  expect(chinese('双方已签署合作文件。')[0]).toMatch(/^record/);
});

test('介词短语之后的动词是行动', () => {
  expect(chinese('双方将在数字经济领域开展合作。')).toEqual(['commitment implement | 在数字经济领域开展合作']);
});

test('时间状语和介词短语属于其后的行动', () => {
  expect(chinese('双方同意扩大贸易；2027年6月底前完成桥梁设计；每季度末向领导人报告。')).toEqual([
    'commitment promote | 扩大贸易',
    'commitment deliver | 2027年6月底前完成桥梁设计',
    'commitment implement | 每季度末向领导人报告',
  ]);
});

test('对…的看法不是行动，欢迎是支持', () => {
  expect(chinese('双方同意扩大航线，对航运合作取得的进展表示满意，决定增设码头。')).toEqual([
    'commitment promote | 扩大航线',
    'commitment deliver | 增设码头',
  ]);
  expect(chinese('双方对签署渔业议定书表示欢迎。')).toEqual(['support support | 对签署渔业议定书表示欢迎']);
  expect(chinese('马方重申决不允许利用其港口走私。')).toEqual(['commitment implement | 决不允许利用其港口走私']);
});

test('国家以全名作主语', () => {
  for (const state of ['瑞士', '尼泊尔', '印度尼西亚', '科特迪瓦'])
    expect(chinese(`${state}将建设一所学校。`)).toEqual(['commitment deliver | 建设一所学校']);
});

test('引语之后的确保是行动', () => {
  expect(chinese('双方将确保大桥按期通车。')).toEqual(['commitment implement | 确保大桥按期通车']);
  expect(chinese('双方同意加强巡查，确保边境安全。')).toHaveLength(1);
});

test('几个国家共同作主语', () => {
  for (const states of ['肯尼亚和尼泊尔', '肯尼亚、尼泊尔和不丹', '肯尼亚与尼泊尔', '肯方和尼方'])
    expect(chinese(`${states}同意建设学校。`)).toEqual(['commitment deliver | 建设学校']);
});

test('其后行动的基础属于其后的行动', () => {
  expect(chinese('双方同意扩大互访，在平等互利原则基础上，加强港口对话。')).toEqual([
    'commitment promote | 扩大互访',
    'commitment promote | 在平等互利原则基础上，加强港口对话',
  ]);
});

test('机构名称以其结尾和其后的词语辨认', () => {
  const unit = readChinese('省水利厅、省农业农村厅要联合开展水质监测。', alone).units[0];
  expect(unit?.subject?.text).toBe('省水利厅、省农业农村厅');
  expect(chinese('当今世界百年变局加速演进。')).toEqual([]);
});

test('在同意之下，鼓励之后的行动仍是双方的', () => {
  expect(chinese('双方同意启动谈判，鼓励企业参与园区建设，为合作营造公平环境。').at(-1)).toMatch(/\| 为合作营造/);
});

test('力争达到的每个数字各为一个单位', () => {
  expect(chinese('到2028年，力争贸易额达到260亿元，人员往来超过80万人次。')).toEqual([
    'commitment deliver | 力争贸易额达到260亿元',
    'commitment deliver | 人员往来超过80万人次',
  ]);
});

test('访问期间所做的、对某事的满意和文件自身的制定都不是承诺', () => {
  const kinds = (text: string) => readChinese(text, alone).units.map((unit) => unit.kind);
  expect(kinds('访问期间，双方签署六份合作文件。')).not.toContain('commitment');
  expect(kinds('双方对大赛的成功举办表示满意。')).not.toContain('commitment');
  expect(kinds('为落实联合声明，制定本行动计划。')).toEqual([]);
});

test('条目的小标题不是承诺，其后一句开始条目', () => {
  const title = { opensItem: true, governor: null, opensPassage: true };
  expect(readChinese('加强组织领导。', title)).toMatchObject({ units: [], title: true });
  expect(readChinese('强化要素保障', { opensItem: true, governor: null }).units).toEqual([]);
});

test('هر فعل پایانی یک واحد را می‌بندد', () => {
  expect(persian('دو طرف توافق کردند که تجارت را گسترش دهند و کمیته مشترک را تشکیل دهند.')).toEqual([
    'commitment promote | تجارت را گسترش دهند',
    'commitment deliver | کمیته مشترک را تشکیل دهند',
  ]);
});

test('حمایت و اعلام آمادگی، حمایت است', () => {
  expect(persian('مارن از نامزدی آلدوریا حمایت کرد.')[0]).toMatch(/^support/);
  expect(persian('مارن آمادگی خود را اعلام کرد که تجربیات را منتقل کند.')[0]).toMatch(/^support/);
});

test('受方之后可作名词的动词仍是行动，几天之内是时间，预告共识的话不是行动', () => {
  expect(chinese('磐方承诺为企业提供便利，在90天内办结审批，不对企业施加限制。')).toHaveLength(3);
  expect(chinese('青方将向磐方援助农业机械200台套。')).toEqual(['commitment deliver | 向磐方援助农业机械200台套']);
  expect(chinese('双方就合作达成以下共识：')).toEqual([]);
});

test('数目确定的结果可以核查', () => {
  expect(chinese('双方同意压缩通关时间30%，增开三条航线，培训教师80名。').map((unit) => unit.split(' ')[1])).toEqual([
    'deliver',
    'deliver',
    'deliver',
  ]);
});

test('آنچه طرف‌ها در زمان حال می‌کنند تعهد است، آنچه می‌دانند نه', () => {
  expect(persian('طرف پارسا دو گروه پزشکی اعزام می‌کند و بورسیه اعطا می‌کند.')).toEqual([
    'commitment deliver | دو گروه پزشکی اعزام می‌کند',
    'commitment deliver | بورسیه اعطا می‌کند',
  ]);
  expect(persian('دو طرف این روابط را مهم می‌دانند.').filter((unit) => !unit.startsWith('position'))).toEqual([]);
});

test('who leads acts where others help, bodies that are asked act, and what a meeting did is told', () => {
  const found = (text: string, opensItem = true) =>
    readChinese(text, { opensItem, governor: null }).units.map((unit) => [
      unit.subject?.text,
      text.slice(unit.start, unit.end),
    ]);
  expect(found('由市发展改革委牵头，市财政局、市口岸办配合，5月底前完成报告批复。')).toEqual([
    ['市发展改革委', '5月底前完成报告批复'],
  ]);
  expect(found('请双方民航主管部门抓紧协商开通航线。')).toEqual([['双方民航主管部门', '抓紧协商开通航线']]);
  expect(found('4月20日，副市长王岚主持召开专题会议，研究推进口岸工作。', false)).toEqual([]);
  expect(found('双方有关部门负责人参加了会议。', false)).toEqual([]);
  expect(found('协调小组应于明年3月前提交建议。')).toEqual([['协调小组', '于明年3月前提交建议']]);
});

test('what stands after 商定 and a comma, what one side asks, and names of offices that hold a verb', () => {
  const found = (text: string) =>
    readChinese(text, { opensItem: false, governor: null }).units.map((unit) => [
      unit.kind,
      unit.subject?.text,
      text.slice(unit.start, unit.end),
    ]);
  expect(found('双方商定，自2026年9月1日起互免普通护照签证。')).toEqual([
    ['commitment', '双方', '自2026年9月1日起互免普通护照签证'],
  ]);
  expect(found('班方请勐方协助培训海关关员30名。')[0]?.slice(0, 2)).toEqual(['support', '班方']);
  expect(found('双方就以下事项达成共识：')).toEqual([]);
  expect(found('省委宣传部、省广电局要广泛宣传合作成效。')[0]?.[1]).toBe('省委宣传部、省广电局');
});

test('为谁培训、将在何时完成、不支持什么', () => {
  expect(chinese('苍方继续为云军培训各类技术人才。')).toEqual(['commitment implement | 继续为云军培训各类技术人才']);
  expect(chinese('苍方积极支持乡村振兴，将在三年内完成平台建设。').at(-1)).toBe(
    'commitment deliver | 在三年内完成平台建设',
  );
  expect(chinese('双方同意履行承诺并于2027年夏天举行第二轮对话。')).toHaveLength(2);
  expect(chinese('云方不支持任何分裂活动。')).toEqual([]);
  expect(chinese('为此，他们指示两国外交部制定共同行动计划。')).toEqual(['commitment deliver | 制定共同行动计划']);
  expect(chinese('双方同意建立伙伴关系，并采取以下措施加强合作：')).toHaveLength(1);
});

test('声明提出的、破折号后的、将继续做的', () => {
  expect(chinese('《联合声明》提出，加强旅游政策沟通，共同开发旅游线路。')).toHaveLength(2);
  expect(
    readChinese('——加强高铁合作，推动项目启动；', {
      opensItem: true,
      governor: { id: '商定', kind: 'commitment', complement: 'action' },
    }).units,
  ).toHaveLength(2);
  expect(chinese('双方将继续深化各领域合作，为此将开展高层对话。')).toEqual([
    'commitment promote | 继续深化各领域合作',
    'commitment implement | 开展高层对话',
  ]);
});

test('行动的基础、引出列表的话和单独的“认为”都不是行动', () => {
  expect(chinese('双方认为，将在成功举办论坛的基础上，深化渔业合作。')).toEqual([
    'commitment promote | 在成功举办论坛的基础上，深化渔业合作',
  ]);
  expect(chinese('双方将做好以下工作：修缮灯塔；增派引航员。')).toEqual([
    'commitment deliver | 修缮灯塔',
    'commitment deliver | 增派引航员',
  ]);
});

test('“继续”属于其后的行动，“采取措施”之后的行动另成一个单位', () => {
  expect(chinese('安方愿继续参与灯塔修缮。')).toEqual(['support support | 继续参与灯塔修缮']);
  expect(chinese('双方将采取措施扩大渔业贸易，办好海产博览会。')).toHaveLength(2);
});

test('各用一个字称呼的两国紧接引语时是主语', () => {
  const unit = readChinese('中法将共同修缮灯塔。', alone).units[0];
  expect(unit?.subject?.text).toBe('中法');
  expect(chinese('中法关系将不断发展。')).toEqual([]);
});

test('欢迎之后的“将”是欢迎者自己的承诺；首次会议是一次性成果', () => {
  expect(chinese('马方欢迎安方扩大进口农产品，将为安方企业提供便利。')).toEqual([
    'support support | 欢迎安方扩大进口农产品',
    'commitment promote | 为安方企业提供便利',
  ]);
  expect(chinese('双方决定成立委员会，首次会议将于2027年在安都举行。').at(-1)).toMatch(/^commitment deliver/);
});
