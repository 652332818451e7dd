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
