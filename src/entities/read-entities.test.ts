import { expect, test } from 'vitest';
import { readCommitments } from '../commitments/index.ts';
import { parseText } from '../documents/index.ts';
import { PROFILES } from '../vocabulary/index.ts';
import { KNOWLEDGE, readEntities, standingOn } from './index.ts';
import { knowledgeSchema } from './names/knowledge-schema.ts';

function read(text: string) {
  const document = parseText(text, { name: 'statement.txt' });
  return { ...readEntities(document, readCommitments(document)), text };
}

const EN = 'Joint Statement between Ilmara and Tavoria\n\nSenmar, 14 April 2026\n\n';
const VI =
  'Tuyên bố chung Ilmara - Tavoria\n\nTheo lời mời của Thủ tướng Tavoria, Thủ tướng Ilmara thăm Tavoria ngày 14 tháng 4 năm 2026.\n\nHai bên nhất trí ';
const ZH = '伊尔马拉和塔沃利亚联合声明\n\n2026年4月14日\n\n';

function facts(text: string, type: string) {
  const { mentions, facts: all } = read(text);
  return all
    .filter(({ value }) => value.type === type)
    .map(({ mention, value, status }) => ({ entry: mentions[mention]?.entries[0] ?? null, status, ...value }));
}

test('the knowledge of every language keeps to its schema', () => {
  for (const knowledge of Object.values(KNOWLEDGE)) {
    expect(knowledgeSchema.safeParse(knowledge).error?.issues ?? []).toEqual([]);
  }
});

test('a mention is cut from the text, and belongs to the relation of the parties', () => {
  const { text, mentions, relation } = read(`${EN}The Joint Border Commission met in Deren.`);
  expect(relation).toBe('demonstration');
  expect(mentions.length).toBeGreaterThan(0);
  for (const { span, text: words } of mentions) expect(text.slice(span.start, span.end)).toBe(words);
});

test('a body of no register is proposed under its name, not dropped', () => {
  const { mentions } = read(`${EN}Both sides welcomed the work of the Department of Coastal Fisheries.`);
  const [one] = mentions.filter(({ kind, entries }) => kind === 'body' && entries.length === 0);
  expect(one?.name).toBe('Department of Coastal Fisheries');
  expect(one?.why[0]?.rule).toBe('entity:body-pattern');
});

test('a name ends where its clause begins, and keeps the rest of its list', () => {
  const agreed = (text: string) =>
    read(text)
      .mentions.filter(({ entries, sentence }) => entries.length === 0 && sentence > 0)
      .map(({ name }) => name);
  const clause = 'tổ chức Kỳ họp lần thứ 21 Ủy ban Thủy lợi Liên vùng (sau đây gọi tắt là Ủy ban).';
  expect(agreed(`${VI}${clause}`)).toContain('Kỳ họp lần thứ 21 Ủy ban Thủy lợi Liên vùng');
  expect(agreed(`${VI}giao Ủy ban Thủy lợi Liên vùng báo cáo Thủ tướng sáu tháng một lần.`)).toContain(
    'Ủy ban Thủy lợi Liên vùng',
  );
  expect(agreed(`${VI}ký Thỏa thuận phối hợp phòng, chống cháy rừng.`)).toContain(
    'Thỏa thuận phối hợp phòng, chống cháy rừng',
  );
  expect(agreed(`${VI}thực hiện Biên bản giữa Tỉnh ủy các tỉnh Osla, Perin và Tumar.`)).toContain(
    'Biên bản giữa Tỉnh ủy các tỉnh Osla, Perin và Tumar',
  );
  expect(agreed(`${EN}They praised the Joint Fishing and Forestry Committee.`)).toContain(
    'Joint Fishing and Forestry Committee',
  );
  expect(agreed(`${ZH}双方同意完善高原牧场合作协定。`)).toContain('高原牧场合作协定');
});

test('a name that says only what it is, is no proposal', () => {
  const { mentions } = read(`${VI}tổ chức tốt Hội nghị này và thực hiện Thỏa thuận giữa hai bên.`);
  const named = mentions.filter(({ kind }) => kind === 'mechanism' || kind === 'instrument');
  expect(named.map(({ text }) => text)).toEqual(['Tuyên bố chung Ilmara - Tavoria']);
});

test('the ministries of both sides are two bodies, that of one side is one', () => {
  const both = read(`${VI}tăng cường phối hợp giữa hai Bộ Tư pháp.`).mentions.find(({ kind }) => kind === 'body');
  expect(both?.entries).toEqual(['ilmara-ministry-of-justice', 'tavoria-ministry-of-justice']);
  const one = read(`${VI}Bộ Tư pháp Tavoria cử đoàn sang thăm.`).mentions.find(({ kind }) => kind === 'body');
  expect(one?.entries).toEqual(['tavoria-ministry-of-justice']);
});

test('two names of a gate joined by a dash are one pair; a name away from any gate is a place', () => {
  const pair = read(`${EN}Both sides agreed to upgrade the Deren (Ilmara) - Voskar (Tavoria) border gate.`);
  expect(pair.mentions.filter(({ kind }) => kind === 'gate').map(({ text }) => text)).toEqual([
    'Deren (Ilmara) - Voskar (Tavoria)',
  ]);
  const place = read(`${EN}The leaders visited Deren.`).mentions.filter(({ kind }) => kind === 'gate');
  expect(place).toEqual([]);
});

test('a pair of gates of no register keeps the names of both sides', () => {
  const { mentions } = read(`${VI}mở cặp cửa khẩu Aldra (Ilmara) - Besto (Tavoria).`);
  expect(mentions.find(({ kind }) => kind === 'gate')?.sides).toEqual(['Aldra', 'Besto']);
});

test('a session has its ordinal, its year and its host', () => {
  const [one] = facts(`${EN}The 16th meeting of the Joint Commission was held in Velgar in March 2026.`, 'session');
  expect(one).toMatchObject({
    entry: 'joint-commission',
    ordinal: 16,
    status: 'done',
    host: 'Velgar',
    from: '2026-03-01',
  });
  const [next] = facts(`${VI}tổ chức kỳ họp lần thứ 17 Ủy ban Hỗn hợp trong năm 2027.`, 'session');
  expect(next).toMatchObject({ entry: 'joint-commission', ordinal: 17, status: 'planned', to: '2027-12-31' });
  const [chinese] = facts(`${ZH}双方将于2027年举行伊尔马拉—塔沃利亚联合委员会第十六次会议。`, 'session');
  expect(chinese).toMatchObject({ entry: 'joint-commission', ordinal: 16, status: 'planned' });
});

test('a plan lasts as long as its name says', () => {
  const [vi] = facts(`${VI}thực hiện Kế hoạch hợp tác văn hóa và du lịch giai đoạn 2023 - 2027.`, 'term');
  expect(vi).toMatchObject({ entry: 'culture-tourism-plan-2023', from: '2023-01-01', to: '2027-12-31' });
});

test('an agreement signed on a day is told from one to be signed', () => {
  const signed = 'The Twinning Agreement signed on 3 May 2025 has served both capitals.';
  expect(facts(`${EN}${signed}`, 'signed')[0]).toMatchObject({ status: 'done', from: '2025-05-03' });
  const ahead = 'Both sides agreed to promptly sign the Twinning Agreement.';
  expect(facts(`${EN}${ahead}`, 'signed')[0]).toMatchObject({ status: 'planned', from: null });
});

test('a gate has the grade it is called by and the one it is to have', () => {
  const text = `${VI}nâng cấp cửa khẩu song phương Selmi (Ilmara) - Norbak (Tavoria) lên thành cửa khẩu quốc tế.`;
  expect(facts(text, 'grade')[0]).toMatchObject({ entry: 'selmi-norbak', grade: 'bilateral' });
  expect(facts(text, 'change')[0]).toMatchObject({ change: 'upgrade', grade: 'international', status: 'planned' });
});

test('a merged province names what it became part of', () => {
  const [one] = facts(`${EN}In 2025 Belun was merged into Dremat.`, 'succession');
  expect(one).toMatchObject({ entry: 'belun', into: 'Dremat', entries: ['dremat'], from: '2025-01-01' });
});

test('what ended before a day is followed to what stands on it', () => {
  const profile = PROFILES.find(({ id }) => id === 'demonstration');
  if (profile === undefined) throw new Error('no demonstration');
  expect(standingOn(profile, 'mechanism', 'strategic-dialogue-2-2', '2026-05-01')).toBe('strategic-dialogue-3-3');
  expect(standingOn(profile, 'mechanism', 'strategic-dialogue-2-2', '2025-05-01')).toBe('strategic-dialogue-2-2');
});

test('a text without parties or names gives nothing and never throws', () => {
  expect(read('').mentions).toEqual([]);
  expect(read('!!! --- (Việt Nam) – ()').facts).toEqual([]);
});
