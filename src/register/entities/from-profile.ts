import type { Body, EntityKind, Profile } from '../../vocabulary/index.ts';
import { type EntityFields, type NameForms, namedFields } from './actions.ts';

/** An entry that a profile gives, with the id it has in the register of its relation. */
export interface ProfileEntry {
  readonly id: string;
  readonly kind: EntityKind;
  readonly fields: EntityFields;
  readonly unsure: boolean;
}

/** The id of a profile's entry in the registers: the same in every installation. */
export function entryId(relation: string, kind: EntityKind, id: string): string {
  return `${relation}~${kind}~${id}`;
}

interface Common {
  readonly id: string;
  readonly forms: NameForms;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly successor?: string | undefined;
  readonly unsure?: true | undefined;
}

function common(relation: string, kind: EntityKind, entry: Common): ProfileEntry {
  const { id, forms, from, until, successor, unsure } = entry;
  const fields: EntityFields = {
    ...namedFields(forms),
    from: from ?? null,
    until: until ?? null,
    successor: successor === undefined ? null : entryId(relation, kind, successor),
  };
  return { id: entryId(relation, kind, id), kind, fields, unsure: unsure === true };
}

/** A body as an entry; its parent is a body, or the place it governs. */
export function bodyEntry(relation: string, body: Body, bodies: ReadonlySet<string>): ProfileEntry {
  const entry = common(relation, 'body', body as Common);
  const { parent, party, level } = body;
  const above = parent === undefined ? null : entryId(relation, bodies.has(parent) ? 'body' : 'place', parent);
  return { ...entry, fields: { ...entry.fields, type: level, party: party ?? null, parent: above } };
}

function gateEntries({ id: relation, gates }: Profile): ProfileEntry[] {
  return gates.map(({ id, grade, sides, coordinates, from, unsure }) => {
    const entry = common(relation, 'gate', {
      id,
      forms: pairNames(sides.map(({ forms }) => forms as NameForms)),
      from,
      unsure,
    });
    const both = sides.map(({ party, forms }) => ({ party, names: forms as NameForms }));
    return { ...entry, fields: { ...entry.fields, type: grade, sides: both, coordinates: coordinates ?? null } };
  });
}

/** What a pair of gates is called in each language both sides have a name in. */
export function pairNames(sides: readonly NameForms[]): NameForms {
  const [first = {}, second = {}] = sides;
  const languages = Object.keys(first).filter((language) => second[language as keyof NameForms]?.length);
  const named = languages.map((language) => {
    const [a, b] = [first[language as keyof NameForms]?.[0], second[language as keyof NameForms]?.[0]];
    return [language, [`${a} – ${b}`]] as const;
  });
  if (named.length > 0) return Object.fromEntries(named);
  const [a, b] = [Object.values(first)[0]?.[0] ?? '', Object.values(second)[0]?.[0] ?? ''];
  return { [Object.keys(first)[0] ?? 'en']: [`${a} – ${b}`] };
}

/** Every entry a profile gives to the registers of its relation. A body that is also a mechanism or place is that. */
export function profileEntries(profile: Profile): ProfileEntry[] {
  const { id: relation, bodies, places, mechanisms, instruments } = profile;
  const taken = new Set([...mechanisms, ...places].map(({ id }) => id));
  const own = bodies.filter(({ id }) => !taken.has(id));
  const ids = new Set(own.map(({ id }) => id));
  const typed = (entry: ProfileEntry, fields: Partial<EntityFields>) => ({
    ...entry,
    fields: { ...entry.fields, ...fields },
  });
  return [
    ...own.map((body) => bodyEntry(relation, body, ids)),
    ...places.map((place) =>
      typed(common(relation, 'place', place as Common), {
        type: place.type,
        party: place.party ?? null,
        parent: place.parent === undefined ? null : entryId(relation, 'place', place.parent),
        coordinates: place.coordinates ?? null,
      }),
    ),
    ...mechanisms.map((one) => typed(common(relation, 'mechanism', one as Common), { type: one.type })),
    ...instruments.map((one) =>
      typed(common(relation, 'instrument', one as Common), {
        type: one.type,
        signed: one.signed ?? null,
        expires: one.expires ?? null,
      }),
    ),
    ...gateEntries(profile),
  ];
}
