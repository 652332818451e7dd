import { expect, test } from 'vitest';
import {
  type Context,
  commitmentBatches,
  decide,
  decideIdentity,
  exportRegister,
  expressionAkn,
  importFiles,
  listWorks,
  mergeText,
  originalFile,
  readExpression,
  readIdentity,
  splitText,
  verifyCitations,
} from '../../src/operations/index.ts';
import { onEveryRegister } from './databases.ts';
import { file, statement } from './texts.ts';

const LETTER = `TỈNH ỦY BELUN

Số: 37-CV/TU
V/v triển khai Tuyên bố chung

Belun, ngày 20 tháng 6 năm 2024

Căn cứ Tuyên bố chung (gửi kèm Công văn này), Thường trực Tỉnh ủy có ý kiến như sau:

1. Giao Sở Giao thông chủ trì, phối hợp với các sở, ngành mở đường bay thẳng.

2. Giao Sở Thủy sản báo cáo kết quả trước ngày 30 tháng 9 năm 2024.

Định kỳ báo cáo Thường trực Tỉnh ủy kết quả thực hiện.

T/M BAN THƯỜNG VỤ
PHÓ BÍ THƯ

Trần Văn Bình

`;

const STATEMENT = `TUYÊN BỐ CHUNG giữa Chính phủ Canada và Chính phủ Na Uy

1. Nhận lời mời của Thủ tướng Na Uy, Thủ tướng Canada đã thăm chính thức Na Uy từ ngày 7 đến 9 tháng 6 năm 2024.

2. Hai bên nhất trí mở đường bay thẳng giữa hai thủ đô trong năm 2025.

3. Hai bên nhất trí tăng cường hợp tác nghề cá và mở hai cảng cá chung trước năm 2027.
`;

const WHOLE = LETTER + STATEMENT;

async function importLetter(context: Context) {
  await importFiles(context, { files: [file('letter.txt', WHOLE)], by: 'lan' });
  const works = await listWorks(context);
  const text = (type: string) => works.find((work) => work.type === type)?.expressions[0]?.id ?? '';
  return { works, letter: text('directive'), statement: text('joint-statement') };
}

onEveryRegister('what a file is', (open) => {
  test('a letter with the statement it annexes becomes two linked works, each with its own text and commitments', async () => {
    const context = await open();
    const { works, letter, statement } = await importLetter(context);
    expect(works.map(({ type }) => type).sort()).toEqual(['directive', 'joint-statement']);
    const [first, second] = [await readExpression(context, letter), await readExpression(context, statement)];
    expect(first.text + second.text).toBe(WHOLE);
    for (const { commitments, text } of [first, second]) {
      expect(commitments.length).toBeGreaterThan(0);
      for (const { span, quote } of commitments) expect(text.slice(span.start, span.end)).toBe(quote);
    }
    const { part } = await readIdentity(context, statement);
    for (const { span, quote } of second.commitments) {
      const from = part?.start ?? 0;
      expect(WHOLE.slice(from + span.start, from + span.end)).toBe(quote);
    }
    expect((await originalFile(context, statement)).bytes).toEqual(new TextEncoder().encode(WHOLE));
    expect((await readIdentity(context, letter)).links).toMatchObject([{ relation: 'annexes', carries: true }]);
    expect((await readIdentity(context, statement)).links).toMatchObject([{ relation: 'annexes', carries: false }]);
  });

  test('the same file again changes nothing; two works made one stay one, with every decision', async () => {
    const context = await open();
    const { letter, statement } = await importLetter(context);
    const again = await importFiles(context, { files: [file('other.txt', WHOLE)], by: 'lan' });
    expect(again.files[0]?.state).toBe('unchanged');
    const [commitment] = (await readExpression(context, statement)).commitments;
    await decide(context, { id: commitment?.id ?? '', version: 1, by: 'lan', type: 'confirm' });
    const { version } = await readIdentity(context, letter);
    await mergeText(context, { expressionId: letter, version, by: 'lan' });
    const merged = await readExpression(context, letter);
    expect(merged.text).toBe(WHOLE);
    expect(merged.commitments.find(({ id }) => id === commitment?.id)).toMatchObject({
      quote: commitment?.quote,
      decision: 'confirmed',
      anchored: true,
    });
    expect(await listWorks(context)).toHaveLength(1);
    expect((await verifyCitations(context)).broken).toEqual([]);
    const corrected = file('letter.txt', WHOLE.replace('hai cảng cá', 'ba cảng cá'));
    await importFiles(context, { files: [corrected], by: 'lan' });
    expect(await listWorks(context)).toHaveLength(1);
  });

  test('a person splits a text where another work begins, and takes it back', async () => {
    const context = await open();
    const text = `${statement(2023)}\n\n${statement(2031)}`;
    await importFiles(context, { files: [file('two.txt', text)], by: 'lan' });
    const [work] = await listWorks(context);
    const id = work?.expressions[0]?.id ?? '';
    const at = statement(2023).length + 2;
    const split = await splitText(
      context,
      { expressionId: id, version: work?.version ?? 0, by: 'lan' },
      { at, relation: 'annexes' },
    );
    const other = split.links[0]?.expressionId ?? '';
    expect((await readExpression(context, id)).text).toBe(text.slice(0, at));
    expect((await readExpression(context, other)).text).toBe(text.slice(at));
    expect((await verifyCitations(context)).broken).toEqual([]);
    await mergeText(context, { expressionId: id, version: split.version, by: 'lan' });
    expect((await readExpression(context, id)).text).toBe(text);
  });

  test('what a person confirms or corrects stands after a new version; undo takes it back', async () => {
    const context = await open();
    const { letter } = await importLetter(context);
    const change = async () => ({
      expressionId: letter,
      version: (await readIdentity(context, letter)).version,
      by: 'lan',
    });
    await decideIdentity(context, await change(), { type: 'confirm', fields: ['number', 'place'] });
    await decideIdentity(context, await change(), {
      type: 'correct',
      fields: { title: 'Carrying out', number: '38-CV/TU' },
    });
    const renewed = file('letter.txt', WHOLE.replace('37-CV/TU', '39-CV/TU').replace('hai cảng', 'ba cảng'));
    await importFiles(context, { files: [renewed], by: 'lan' });
    const { fields } = await readIdentity(context, letter);
    const of = (name: string) => fields.find(({ field }) => field === name);
    expect(of('number')).toMatchObject({
      value: '38-CV/TU',
      state: 'corrected',
      by: 'lan',
      read: { value: '39-CV/TU' },
    });
    expect(of('place')).toMatchObject({ value: 'Belun', state: 'confirmed' });
    expect(of('title')).toMatchObject({ value: 'Carrying out', state: 'corrected' });
    const undone = await decideIdentity(context, await change(), { type: 'undo' });
    expect(undone.fields.find(({ field }) => field === 'title')).toMatchObject({ state: 'proposed' });
    expect(undone.fields.find(({ field }) => field === 'number')).toMatchObject({
      value: '37-CV/TU',
      state: 'confirmed',
    });
  });

  test('an oddity marked as in the original stays marked after a new version', async () => {
    const context = await open();
    const { letter } = await importLetter(context);
    const { oddities, version } = await readIdentity(context, letter);
    const odd = oddities.find(({ rule }) => rule === 'duty-without-period');
    const change = { expressionId: letter, version, by: 'lan' };
    await decideIdentity(context, change, { type: 'mark-oddity', key: odd?.key ?? '', known: true, note: 'so signed' });
    await importFiles(context, { files: [file('letter.txt', WHOLE.replace('hai cảng', 'ba cảng'))], by: 'lan' });
    const after = (await readIdentity(context, letter)).oddities;
    expect(after.find(({ key }) => key === odd?.key)?.known).toMatchObject({ note: 'so signed', by: 'lan' });
  });

  test('what leaves the register says where its words stand in the file as it was hashed', async () => {
    const context = await open();
    const { statement } = await importLetter(context);
    const { sha256 } = (await readExpression(context, statement)).expression;
    const rows = (await Array.fromAsync(commitmentBatches(context, {}))).flat();
    expect(new Set(rows.map(({ source }) => source.sha256))).toEqual(new Set([sha256]));
    for (const { source, quote } of rows) expect(WHOLE.slice(source.start, source.end)).toBe(quote);

    const exported = (await exportRegister(context)).works.flatMap(({ expressions }) => expressions);
    expect(exported.map(({ startInFile }) => startInFile).sort((a, b) => a - b)).toEqual([0, LETTER.length]);
    for (const { text, commitments } of exported) {
      for (const { citation } of commitments) {
        expect(WHOLE.slice(citation.start, citation.end)).toBe(citation.quote);
        expect(text.slice(citation.inText.start, citation.inText.end)).toBe(citation.quote);
      }
    }

    const { value } = await expressionAkn(context, statement);
    const [at, of] = [
      /startInFile="(\d+)"/.exec(value)?.[1],
      /source-start" *\/>|value="(\d+)" name="source-start"/.exec(value)?.[1],
    ];
    expect(Number(of)).toBe(LETTER.length);
    expect(rows.map(({ source }) => source.start)).toContain(Number(at));
  });
});
