import type { EntityKind, Profile } from '../vocabulary/index.ts';

interface Entry {
  readonly id: string;
  readonly until?: string | undefined;
  readonly successor?: string | undefined;
}

function registerOf(profile: Profile, kind: EntityKind): readonly Entry[] {
  if (kind === 'body') return profile.bodies;
  if (kind === 'place') return profile.places;
  if (kind === 'mechanism') return profile.mechanisms;
  return kind === 'instrument' ? profile.instruments : [];
}

/**
 * The entry that does on a day what another did when it was named: itself, or the last of those that followed it. The
 * words of the text stay those of the text.
 * @param day ISO date
 */
export function standingOn(profile: Profile, kind: EntityKind, id: string, day: string): string {
  const entries = registerOf(profile, kind);
  const seen = new Set<string>();
  let now = id;
  for (;;) {
    const entry = entries.find((one) => one.id === now);
    const ended = entry?.until !== undefined && entry.until < day.slice(0, entry.until.length);
    if (!ended || entry?.successor === undefined || seen.has(now)) return now;
    seen.add(now);
    now = entry.successor;
  }
}
