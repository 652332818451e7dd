import type { z } from 'zod';
import en from './data/countries/en.json' with { type: 'json' };
import fa from './data/countries/fa.json' with { type: 'json' };
import vi from './data/countries/vi.json' with { type: 'json' };
import zh from './data/countries/zh.json' with { type: 'json' };
import { compileMatcher, type Entry, type Matcher } from './matcher.ts';
import { PROFILES } from './profiles.ts';
import type { countryNamesSchema } from './word-schemas.ts';

export type CountryNames = z.infer<typeof countryNamesSchema>;

export const COUNTRY_NAMES: readonly CountryNames[] = [en, vi, zh, fa] as readonly CountryNames[];

/** Groups that act as one party of a text. */
const UNIONS: readonly (readonly [code: string, form: string])[] = [
  ['EU', 'European Union'],
  ['EU', 'EU'],
  ['EU', 'Liên minh châu Âu'],
  ['EU', '欧盟'],
  ['EU', 'اتحادیه اروپا'],
];

const SHORT = 4;

function entries(): Entry<string>[] {
  const found = new Map<string, Entry<string>>();
  const put = (form: string, value: string) => {
    const capital = /^\p{Lu}/u.test(form);
    const exact = /^[A-Z.]{2,}$/.test(form);
    // "Ý" is no "Y" (Y tế), "Lào" no "Lao" (Lao động): a short name keeps its diacritics.
    const strict = form.length <= SHORT && /[\u00c0-\u1eff]/u.test(form);
    found.set(`${value} ${form}`, { form, value, capital, exact, strict });
  };
  const codes = Object.keys(en.names);
  for (const { language, names } of COUNTRY_NAMES) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    for (const code of codes) {
      const name = display.of(code);
      if (name !== undefined) put(name, code);
    }
    for (const [code, forms] of Object.entries(names)) for (const form of forms) put(form, code);
  }
  for (const [code, form] of UNIONS) put(form, code);
  for (const { code, forms } of PROFILES.flatMap(({ parties }) => parties)) {
    for (const form of Object.values(forms).flat()) put(form, code);
  }
  return [...found.values()];
}

/** Longer names are found before those of the states they begin with; they mean none. */
function others(): Entry<string[]>[] {
  const forms = COUNTRY_NAMES.flatMap((names) => names.others ?? []);
  return forms.map((form) => ({ form, value: [], capital: true, strict: true }));
}

let gathered: readonly Entry<readonly string[]>[] | null = null;

/**
 * The names of states (and of the parties of built-in relations) with every code each can mean (`巴方`: PK, BR); none for
 * names that only begin as a state's does.
 */
export function countryEntries(): readonly Entry<readonly string[]>[] {
  if (gathered) return gathered;
  const byForm = new Map<string, { entry: Entry<string>; codes: string[] }>();
  for (const entry of entries()) {
    const known = byForm.get(entry.form);
    if (known) known.codes.push(entry.value);
    else byForm.set(entry.form, { entry, codes: [entry.value] });
  }
  gathered = [...byForm.values()].map(({ entry, codes }) => ({ ...entry, value: codes })).concat(others());
  return gathered;
}

/** A side by its first character (`法方`), or a name too short to stand for a state alone. */
const PART = /方$|^.$/u;

/** The names of states in a language, as CLDR and the data of this folder have them; adjectives are left out. */
export function stateNames(language: 'vi' | 'en' | 'zh'): readonly string[] {
  const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const names = Object.keys(en.names).flatMap((code) => display.of(code) ?? []);
  const forms = language === 'en' ? [] : Object.values({ vi, zh }[language].names).flat();
  return [...new Set([...names, ...forms])].filter((name) => !PART.test(name));
}

let compiled: Matcher<readonly string[]> | null = null;

/** Finds names of states in vi, en, zh and fa; who knows the parties of a text knows which code is meant. */
export function countryMatcher(): Matcher<readonly string[]> {
  if (compiled === null) {
    const { scan, exactly } = compileMatcher(countryEntries());
    compiled = {
      scan: (text) => scan(text).filter(({ value }) => value.length > 0),
      exactly: (text) => exactly(text).filter((value) => value.length > 0),
    };
  }
  return compiled;
}
