import { expect, test } from 'vitest';
import { messageText, problemText, reasonText } from './index.ts';

test('a problem says in each language what is wrong and what to do', () => {
  const taken = { code: 'port-taken', details: { port: 4700 } } as const;
  expect(problemText('en', taken)).toMatch(/^Port 4700 is taken .* choose another/);
  expect(problemText('vi', taken)).toMatch(/^Cổng 4700 đang được/);
  expect(problemText('zh', taken)).toMatch(/^端口 4700 已被/);
});

test('a problem the catalogue does not know is still told, with its code', () => {
  expect(problemText('en', { code: 'moon-full', details: {} })).toContain('moon-full');
});

test('a message without a sentence is shown with its details, not swallowed', () => {
  expect(messageText('en', { id: 'nothing.known', details: { page: 4 } })).toBe('nothing.known · page: 4');
});

test('a reason takes the sentence of the longest known part of its rule', () => {
  expect(reasonText('en', { rule: 'frame:vi/hai-ben-nhat-tri', words: 'Hai bên nhất trí' })).toBe(
    '“Hai bên nhất trí” introduces it and tells its kind',
  );
  expect(reasonText('en', { rule: 'unheard:of', words: 'x' })).toBe('unheard:of: “x”');
});

test('a problem names things in the reader’s language, not by their code', () => {
  const gone = { code: 'not-found', details: { noun: 'expression', id: 'x1' } } as const;
  expect(problemText('vi', gone)).toContain('bản ngôn ngữ “x1”');
  const late = { code: 'action-not-allowed', details: { action: 'confirm', state: 'rejected' } } as const;
  expect(problemText('zh', late)).toBe('当前状态为“已否决”，不能执行“确认”。');
});
