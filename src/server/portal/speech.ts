import {
  actorName,
  type BodyForms,
  bodyForms,
  formatDate,
  formatInterval,
  formatList,
  languageName,
  translator,
} from '../../i18n/index.ts';
import type { Language, Locale } from '../../kernel/index.ts';
import { type NameForms, nameIn, type PublicCommitment, type PublicSource } from '../../register/index.ts';

/** What the portal says in one language, and the addresses of its pages in it. */
export interface Speech {
  readonly locale: Locale;
  readonly t: ReturnType<typeof translator>;
  /** `https://register.example`, without a slash. */
  readonly origin: string;
  /** A page of the portal in this language. */
  readonly page: (path: string) => string;
}

export function speechOf(locale: Locale, origin: string): Speech {
  return { locale, t: translator(locale), origin, page: (path) => `/public/${locale}/${path}` };
}

/** The permanent address of an item, the same in every language. */
export function permanent({ origin }: Pick<Speech, 'origin'>, id: string): string {
  return `${origin}/public/${id}`;
}

export function sayDay({ locale }: Speech, day: string | null): string {
  return day === null ? '' : formatDate(locale, day.slice(0, 10), 'long');
}

export function sayLanguage({ locale }: Speech, language: Language): string {
  return languageName(locale, language);
}

export function sayParties({ locale }: Speech, parties: readonly string[]): string {
  return formatList(
    locale,
    parties.map((party) => actorName(locale, party)),
  );
}

export function sayUnit({ locale }: Speech, names: NameForms): string {
  return nameIn(names, locale);
}

/** A work as lists name it: title, type, day. */
export function saySource(speech: Speech, { type, date }: Omit<PublicSource, 'id' | 'title'>): string {
  return [speech.t(`work-type.${type}`), sayDay(speech, date)].filter(Boolean).join(' · ');
}

const LISTED = ['actors', 'targets', 'instruments', 'mechanisms', 'places'] as const;

/** The published fields of a commitment, each with its name, in order; what says nothing is left out. */
export function sayFields(
  speech: Speech,
  { fields, names = [], language }: Pick<PublicCommitment, 'fields' | 'names' | 'language'>,
): [string, string][] {
  const { t, locale } = speech;
  const bodies = wordsFor(locale, names, language);
  const { kind, strength, sector, action, due } = fields;
  const said: [string, string][] = [];
  if (kind !== undefined) said.push([t('column.kind'), t(`kind.${kind}`)]);
  if (strength !== undefined) said.push([t('column.strength'), t(`strength.${strength}`)]);
  if (sector !== undefined) said.push([t('column.sector'), t(`sector.${sector}`)]);
  if (due !== undefined && due !== null) {
    const days = formatInterval(locale, due.from, due.to);
    said.push([t('column.due'), [due.text, days].filter(Boolean).join(' · ')]);
  }
  if (action) said.push([t('column.action'), action]);
  for (const name of LISTED) {
    const values = fields[name] ?? [];
    const words = values.map((value) =>
      typeof value === 'string' ? (name === 'actors' ? actorName(locale, value, bodies) : value) : value.text,
    );
    if (words.length > 0) said.push([t(`column.${name}`), formatList(locale, words)]);
  }
  return said;
}

/** What a reader is told bodies are called: in their own language, else in that of the commitment, else in whichever a text has. */
function wordsFor(locale: Locale, names: NonNullable<PublicCommitment['names']>, language: Language): BodyForms {
  const rank = (one: string) => (one === locale ? 2 : one === language ? 1 : 0);
  const ranked = names.toSorted((a, b) => rank(a.language) - rank(b.language));
  return bodyForms(ranked.map(({ id, words }) => ({ id, language: locale, words })));
}
