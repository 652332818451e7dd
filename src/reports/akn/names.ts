import type { Language } from '../../kernel/index.ts';
import type { AknInput } from './model.ts';

/** ISO 639-2 codes, as the naming convention wants them. */
const LANGUAGE_CODES: Readonly<Record<Language, string>> = { vi: 'vie', en: 'eng', zh: 'zho', fa: 'fas', und: 'und' };

/** Works of several states stand under the first of them; works of no known state under ISO 3166's code for users. */
const NO_COUNTRY = 'zz';

export function languageCode(language: Language): string {
  return LANGUAGE_CODES[language];
}

/** IRIs of a text at the three levels (Akoma Ntoso naming convention 1.0, section 4). */
export interface Names {
  readonly country: string;
  readonly element: 'statement' | 'doc';
  readonly number: string;
  readonly work: string;
  readonly expression: string;
}

/** Joint statements and communiqués are statements of bodies; everything else is a `doc` of its own name. */
export function namesOf({ work, language, source }: Pick<AknInput, 'work' | 'language' | 'source'>): Names {
  const element = work.type === 'joint-statement' || work.type === 'communique' ? 'statement' : 'doc';
  const codes = work.parties.filter((party) => /^[A-Z]{2}$/i.test(party));
  const country = codes[0]?.toLowerCase() ?? NO_COUNTRY;
  const author = work.parties.map(iriPart).filter(Boolean).join('-');
  const number = work.number === null ? 'nn' : iriPart(work.number) || 'nn';
  const parts = [country, element, work.type, author, work.date ?? 'undated', number].filter(Boolean);
  const path = `/akn/${parts.join('/')}`;
  const version = source.version > 1 ? `~${source.version}` : '';
  return {
    country,
    element,
    number,
    work: path,
    expression: `${path}/${languageCode(language)}@${work.date ?? ''}${version}`,
  };
}

/** Words as part of an IRI: lower case, letters of any script, hyphens for everything else. */
export function iriPart(words: string): string {
  return words
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/(?<=[a-z])\p{M}+/gu, '')
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
}
