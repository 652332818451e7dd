import { expect, test } from 'vitest';
import { findingText } from './index.ts';

test('a finding names countries, languages and strengths in the language of its reader', () => {
  const office = { rule: 'title/country', details: { person: 'Irena Dovas', found: 'CN', usual: 'VN' } };
  expect(findingText('en', office)).toContain('Irena Dovas is given an office of China');
  expect(findingText('vi', office)).toContain('Trung Quốc');
  expect(findingText('zh', office)).toContain('越南');
  expect(findingText('zh', { rule: 'untranslated/passage', details: { language: 'vi' } })).toContain('越南语');
  expect(findingText('vi', { rule: 'strength/ladder', details: { a: 'study', b: 'deliver' } })).not.toContain(
    'deliver',
  );
});

test('words of the texts stay as they are, and a rule without a sentence of its own has that of its family', () => {
  expect(findingText('vi', { rule: 'actor/other', details: { a: 'phía Sarnel', b: 'The Oduvian side' } })).toContain(
    'The Oduvian side',
  );
  expect(findingText('en', { rule: 'contrast/sport', details: { a: 'bóng đá', b: 'volleyball' } })).toBe(
    '“bóng đá” in A is “volleyball” in B.',
  );
});
