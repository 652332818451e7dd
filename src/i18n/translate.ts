import { type I18n, setupI18n } from '@lingui/core';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Locale } from '../kernel/index.ts';
import { catalogues, type MessageId } from './catalogues.ts';

export type Values = Readonly<Record<string, string | number>>;

/** BCP 47 tags used for dates and numbers: the conventions of the officials who write in that language. */
export const LOCALE_TAGS: Readonly<Record<Locale, string>> = { vi: 'vi-VN', en: 'en-GB', zh: 'zh-CN' };

const speakers = new Map<Locale, I18n>();

function speaker(locale: Locale): I18n {
  const known = speakers.get(locale);
  if (known) return known;
  const messages = Object.fromEntries(
    Object.entries(catalogues[locale]).map(([id, message]) => [id, compileMessage(message)]),
  );
  const made = setupI18n({ locale, locales: LOCALE_TAGS[locale], messages: { [locale]: messages } });
  speakers.set(locale, made);
  return made;
}

/** The sentence with that id in that language, its named values filled in (numbers by the locale's conventions). */
export function translate(locale: Locale, id: MessageId, values: Values = {}): string {
  return speaker(locale)._(id, values);
}

/** `translate` for a fixed language. */
export type Translate = (id: MessageId, values?: Values) => string;

export function translator(locale: Locale): Translate {
  return (id, values) => translate(locale, id, values);
}
