import { expect, test } from 'vitest';
import { parseText } from '../documents/index.ts';
import { readCommitments } from './read-commitments.ts';

const TRADITIONAL = `雲嶺省與滄州省邊境貿易會談紀要

一、雙方同意加強邊境貿易合作，爭取2027年底前簽署《農產品檢疫議定書》。

二、雙方將建立聯合工作組，並鼓勵兩省企業參加滄州展覽會。
`;
const SIMPLIFIED = `云岭省与沧州省边境贸易会谈纪要

一、双方同意加强边境贸易合作，争取2027年底前签署《农产品检疫议定书》。

二、双方将建立联合工作组，并鼓励两省企业参加沧州展览会。
`;

function read(text: string) {
  return readCommitments(parseText(text, { name: 'text.txt' })).candidates;
}

test('a traditional text is read as the simplified one', () => {
  const fields = (text: string) =>
    read(text).map(({ span, kind, strength, actors, sector, due }) => [span, kind, strength, actors, sector, due?.to]);
  expect(fields(TRADITIONAL)).toEqual(fields(SIMPLIFIED));
  expect(read(TRADITIONAL).length).toBeGreaterThan(3);
});

test('what is shown of a traditional text are its own words', () => {
  const found = read(TRADITIONAL);
  for (const { span, quote } of found) expect(quote).toBe(TRADITIONAL.slice(span.start, span.end));
  expect(found.flatMap(({ instruments }) => instruments)).toContain('《農產品檢疫議定書》');
  for (const { action, why, due } of found)
    for (const words of [action, due?.text ?? '', ...why.map((reason) => reason.words)])
      expect(TRADITIONAL).toContain(words);
});
