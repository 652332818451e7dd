import { PROFILES, type Profile } from '../../vocabulary/index.ts';

/** The built-in relation between these parties, whose registers then help; null where there is none. */
export function profileFor(codes: readonly string[]): Profile | null {
  const pair = codes.slice(0, 2);
  return PROFILES.find(({ parties }) => pair.length === 2 && parties.every(({ code }) => pair.includes(code))) ?? null;
}
