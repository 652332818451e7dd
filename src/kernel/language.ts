/** Languages of documents, as BCP 47 primary tags; `und` where a passage has no words to tell by. */
export const LANGUAGES = ['vi', 'en', 'zh', 'fa', 'und'] as const;
export type Language = (typeof LANGUAGES)[number];

/** Languages the product itself speaks. */
export const LOCALES = ['vi', 'en', 'zh'] as const;
export type Locale = (typeof LOCALES)[number];

/** Writing direction of a language. */
export function direction(language: Language): 'ltr' | 'rtl' {
  return language === 'fa' ? 'rtl' : 'ltr';
}
