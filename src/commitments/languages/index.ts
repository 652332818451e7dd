import type { Language } from '../../kernel/index.ts';
import type { ReadSentence } from '../reading/unit.ts';
import { readEnglish } from './en/read-sentence.ts';
import { readPersian } from './fa/read-sentence.ts';
import { readVietnamese } from './vi/read-sentence.ts';
import { readChinese } from './zh/read-sentence.ts';

/** The reader of each language that has rules; others are reported as unread. */
export const READERS: Readonly<Partial<Record<Language, ReadSentence>>> = {
  en: readEnglish,
  vi: readVietnamese,
  zh: readChinese,
  fa: readPersian,
};
