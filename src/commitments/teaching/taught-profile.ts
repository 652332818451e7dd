import type { Lesson, Profile } from '../../vocabulary/index.ts';

const NOTHING: Profile = {
  id: 'taught',
  names: {},
  parties: [],
  bodies: [],
  places: [],
  gates: [],
  mechanisms: [],
  instruments: [],
  directions: [],
};

/** A relation's registers with the names of bodies taught, which stand before those known: the first meaning of a form counts. */
export function taughtProfile(known: Profile | null, names: readonly Extract<Lesson, { type: 'name' }>[]): Profile {
  const base = known ?? NOTHING;
  const taught = names.map(({ words, id, party }): Profile['bodies'][number] => ({
    id,
    forms: { vi: [words.normalize('NFC').trim()] },
    level: 'national',
    ...(party === null ? {} : { party }),
  }));
  return { ...base, bodies: [...taught, ...base.bodies] };
}
