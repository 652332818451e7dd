import { PROFILES, type Profile } from '../../vocabulary/index.ts';

/** The relation of parties with these codes: that of the built-in profile, else the codes of the first two. */
export function relationOf(codes: readonly string[], profile: Profile | null): string {
  if (profile !== null) return profile.id;
  const pair = codes.slice(0, 2).map((code) => code.toLowerCase());
  return pair.length === 0 ? 'unknown' : pair.toSorted().join('-');
}

/** The built-in relation between these parties, whose registers then help; null where there is none. */
export function profileFor(codes: readonly string[]): Profile | null {
  const pair = codes.slice(0, 2);
  return PROFILES.find(({ parties }) => pair.length === 2 && parties.every(({ code }) => pair.includes(code))) ?? null;
}
