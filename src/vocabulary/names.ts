import { compileMatcher, type Entry, type Matcher } from './matcher.ts';
import type { Forms, Profile } from './profile.ts';

/** What a name of a profile stands for. */
export interface NameRef {
  readonly type: 'body' | 'place' | 'gate' | 'mechanism' | 'instrument';
  readonly id: string;
  readonly party: string | null;
}

function formsOf(forms: Forms): string[] {
  return Object.values(forms).flat();
}

/** The names of a profile's registers. The first entry of a form counts: a committee that is also a body is read as the mechanism it is. */
export function nameEntries(profile: Profile): Entry<NameRef>[] {
  const entries: Entry<NameRef>[] = [];
  const put = (forms: Forms, value: NameRef, capital: boolean) => {
    for (const form of formsOf(forms)) entries.push({ form, value, capital });
  };
  for (const { id, forms, party } of profile.places) put(forms, { type: 'place', id, party: party ?? null }, true);
  for (const { id, sides } of profile.gates) {
    for (const { forms, party } of sides) put(forms, { type: 'gate', id, party }, true);
  }
  for (const { id, forms } of profile.mechanisms) put(forms, { type: 'mechanism', id, party: null }, false);
  for (const { id, forms } of profile.instruments) put(forms, { type: 'instrument', id, party: null }, false);
  for (const { id, forms, party } of profile.bodies) put(forms, { type: 'body', id, party: party ?? null }, true);
  return entries;
}

const compiled = new WeakMap<Profile, Matcher<NameRef>>();

/** Finds the names of a profile's registers in a text of any of its languages; compiled once for each profile. */
export function nameMatcher(profile: Profile): Matcher<NameRef> {
  const known = compiled.get(profile);
  if (known) return known;
  const matcher = compileMatcher(nameEntries(profile));
  compiled.set(profile, matcher);
  return matcher;
}
