import type { z } from 'zod';
import type { Language } from '../kernel/index.ts';
import en from './data/sectors/en.json' with { type: 'json' };
import fa from './data/sectors/fa.json' with { type: 'json' };
import vi from './data/sectors/vi.json' with { type: 'json' };
import zh from './data/sectors/zh.json' with { type: 'json' };
import type { Entry } from './matcher.ts';
import type { Sector } from './scales.ts';
import type { sectorTermsSchema } from './word-schemas.ts';

export type SectorTerms = z.infer<typeof sectorTermsSchema>;

export type SectorCue =
  | { readonly type: 'term'; readonly sector: Sector; readonly weight: number }
  | { readonly type: 'aside' | 'neutral' };

const SOURCES = { vi, en, zh, fa } as const;
/** All capitals: `WHO` is no `who`. */
const ABBREVIATION = /^[A-Z0-9&]{2,}$/;

/** The data of a language, unchecked: the test of this folder checks it against the schema. */
export function sectorTerms(language: Exclude<Language, 'und'>): SectorTerms {
  return SOURCES[language] as SectorTerms;
}

/** The sector terms of a language, as forms to look for. */
export function sectorEntries(language: Exclude<Language, 'und'>): Entry<SectorCue>[] {
  const source = sectorTerms(language);
  const entries: Entry<SectorCue>[] = [
    ...source.neutral.map((form) => ({ form, value: { type: 'neutral' } as const, strict: true })),
    ...source.asides.map((form) => ({ form, value: { type: 'aside' } as const, strict: true })),
  ];
  for (const [sector, byWeight] of Object.entries(source.terms)) {
    for (const [weight, terms] of Object.entries(byWeight)) {
      for (const form of terms) {
        const value: SectorCue = { type: 'term', sector: sector as Sector, weight: Number(weight) };
        entries.push({ form, value, strict: true, exact: ABBREVIATION.test(form) });
        if (source.language === 'en' && !/[*sA-Z]$/.test(form)) entries.push({ form: `${form}s`, value, strict: true });
      }
    }
  }
  return entries;
}
