import { expect, test } from 'vitest';
import { moveEdge, snapEdge, snapSpan } from './words.ts';

const text = 'Hai bên sẽ mở cửa khẩu mới, trước năm 2027.';

test('a dragged edge comes to rest at a word', () => {
  expect(snapEdge(text, text.indexOf('cửa') + 1, 'start', 'vi')).toBe(text.indexOf('cửa'));
  expect(snapEdge(text, text.indexOf('mới') + 2, 'end', 'vi')).toBe(text.indexOf(','));
});

test('an edge moves by words and never past the other', () => {
  const span = { start: text.indexOf('mở'), end: text.indexOf('khẩu') + 4 };
  const wider = moveEdge(text, span, 'end', 1, 'vi');
  expect(text.slice(wider.start, wider.end)).toBe('mở cửa khẩu mới');
  const word = { start: span.start, end: span.start + 2 };
  expect(moveEdge(text, word, 'end', -1, 'vi')).toEqual(word);
});

test('a hasty selection is widened to whole words and loses its comma', () => {
  const span = snapSpan(text, { start: text.indexOf('ửa'), end: text.indexOf(' trước') }, 'vi');
  expect(span && text.slice(span.start, span.end)).toBe('cửa khẩu mới');
  expect(snapSpan(text, { start: text.indexOf(', '), end: text.indexOf(', ') + 2 }, 'vi')).toBeNull();
});

test('Chinese is cut into its words', () => {
  const zh = '双方将尽快签署协议。';
  const span = snapSpan(zh, { start: zh.indexOf('签'), end: zh.indexOf('议') + 1 }, 'zh');
  expect(span && zh.slice(span.start, span.end)).toBe('签署协议');
});
