import type { Locale } from '../kernel/index.ts';
import { type Forms, PROFILES } from '../vocabulary/index.ts';
import { LOCALE_TAGS, translate } from './translate.ts';

let registers: ReadonlyMap<string, Forms> | undefined;

/** Parties, bodies and places of all relations by their id; the first to claim an id has it. */
function known(id: string): Forms | undefined {
  registers ??= new Map(
    PROFILES.flatMap((profile) => [
      ...profile.parties.map(({ code, forms }) => [code, forms] as const),
      ...[...profile.bodies, ...profile.places].map((entry) => [entry.id, entry.forms] as const),
    ]).toReversed(),
  );
  return registers.get(id);
}

/** A country by the name Unicode gives it, or undefined where the code is none. */
function countryName(locale: Locale, code: string): string | undefined {
  return new Intl.DisplayNames(LOCALE_TAGS[locale], { type: 'region', fallback: 'none' }).of(code);
}

function readable(id: string): string {
  const words = id.replace(/(^|-)(\p{L})/gu, (_, dash: string, letter: string) => (dash && ' ') + letter.toUpperCase());
  return words.replace(SMALL, (word) => word.toLowerCase());
}

/** Words of a connected name stay small (`Ministry of Health`). */
const SMALL = /(?<= )(?:Of|And|For|The|In|On|To|With|Under)(?= )/g;

const said = new Map<string, string>();
/** What texts call a body that no register has. */
export interface SaidName {
  readonly id: string;
  readonly language: string;
  readonly words: string;
}

/** The same by id and language. */
export type BodyForms = ReadonlyMap<string, Readonly<Record<string, string>>>;

export function bodyForms(names: readonly SaidName[]): BodyForms {
  const forms = new Map<string, Record<string, string>>();
  for (const { id, language, words } of names) forms.set(id, { ...forms.get(id), [language]: words });
  return forms;
}

let learned: BodyForms = new Map();

/** Makes known what texts call bodies that no register has; takes the place of what was made known before. */
export function learnBodyNames(names: readonly SaidName[]): void {
  learned = bodyForms(names);
  said.clear();
}

/** Who is meant by words that name nobody: all sides, or the agencies a text leaves open. */
const SAID = ['both', 'all-parties', 'relevant-agencies', 'functional-agencies'] as const;

function nameOf(locale: Locale, id: string, names: BodyForms): string {
  const open = SAID.find((one) => one === id);
  if (open !== undefined) return translate(locale, `actor.${open}`);
  const forms = known(id);
  const form = (forms?.[locale] ?? forms?.en ?? forms?.vi)?.[0];
  if (form !== undefined) return form;
  if (/^[A-Z]{2}$/.test(id)) return countryName(locale, id) ?? id;
  return names.get(id)?.[locale] ?? (/^[a-z0-9-]+$/.test(id) ? readable(id) : id);
}

/**
 * The name of an actor's id: `both`, `all-parties`, a party's code (`VN`) or a body of a relation's registers in the
 * reader's language where it is known, else what texts in that language call it (`learnBodyNames`), else the id made
 * readable (`quang-ha` → `Quang Ha`). Other words stay as they are.
 * @param names what texts call bodies, where many readers are served at once
 */
export function actorName(locale: Locale, id: string, names?: BodyForms): string {
  if (names !== undefined) return nameOf(locale, id, names);
  const key = `${locale}:${id}`;
  const name = said.get(key) ?? nameOf(locale, id, learned);
  said.set(key, name);
  return name;
}
