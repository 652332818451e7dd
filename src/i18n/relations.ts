import type { Locale } from '../kernel/index.ts';
import { PROFILES } from '../vocabulary/index.ts';
import { actorName } from './actors.ts';
import { translate } from './translate.ts';

/**
 * The name of a relation's id: that of its profile (`vietnam-china`), else its parties by name (`ir-tr`), in the reader's
 * language.
 */
export function relationName(locale: Locale, id: string): string {
  const names = PROFILES.find((profile) => profile.id === id)?.names;
  const name = (names?.[locale] ?? names?.en)?.[0];
  if (name !== undefined) return name;
  if (id === 'unknown') return translate(locale, 'teach.relation-unknown');
  const parties = id.split('-');
  if (!parties.every((code) => /^[a-z]{2}$/.test(code))) return id;
  return parties.map((code) => actorName(locale, code.toUpperCase())).join(' – ');
}
