import { expect, test } from 'vitest';
import { eitherCase } from './either-case.ts';

test('letters of case-blind groups stand in both cases, all else stays', () => {
  expect(eitherCase('(?i:by)\\s+\\p{Lu}[\\p{L}.-]+')).toBe('(?:[bB][yY])\\s+\\p{Lu}[\\p{L}.-]+');
  expect(eitherCase('^(?i:đã ký|no\\.?)[:：]')).toBe('^(?:[đĐ][ãÃ] [kK][ýÝ]|[nN][oO]\\.?)[:：]');
  expect(eitherCase('(?i:(?<day>[a-cx\\d]) (?:tháng|月)(?=s))')).toBe(
    '(?:(?<day>[A-Ca-cXx\\d]) (?:[tT][hH][áÁ][nN][gG]|月)(?=[sS]))',
  );
  expect(eitherCase('(?i:a(b)c)d')).toBe('(?:[aA]([bB])[cC])d');
  expect(eitherCase('plain [A-Z] (x)')).toBe('plain [A-Z] (x)');
});

test.each(['Done at Senmar', 'DONE AT Senmar', 'done in Senmar', 'Signed at Senmar'])(
  '%s is read as it was',
  (line) => {
    const source = eitherCase('(?i:done|signed) (?i:at|in)\\s+([\\p{Lu}]\\p{L}+)');
    expect(new RegExp(source, 'u').exec(line)?.[1]).toBe('Senmar');
  },
);
