import { LOCALE_TAGS } from '../../../i18n/index.ts';
import type { Language } from '../../../kernel/index.ts';

/** The BCP 47 tag under which files keep a language. */
export function languageTag(language: Language): string {
  if (language === 'vi' || language === 'en' || language === 'zh') return LOCALE_TAGS[language];
  return language === 'fa' ? 'fa-IR' : 'und';
}
