import {
  compileGroups,
  ENTITY_KINDS,
  type EntityKind,
  type Entry,
  type Forms,
  type Match,
  type Profile,
} from '../../vocabulary/index.ts';
import { INTERNATIONAL } from './international.ts';

/** What a form of a profile's registers stands for. */
export interface Registered {
  readonly ids: readonly string[];
  /** A gate's form names one of its sides. */
  readonly side: 0 | 1 | null;
  /** The form without its state (`Bộ Tư pháp` of `Bộ Tư pháp Việt Nam`): whose it is the text has to say. */
  readonly bare: boolean;
}

type Scan = Record<EntityKind, Match<Registered>[]>;

const flat = (forms: Forms): string[] => Object.values(forms).flat();

function named(register: readonly { readonly id: string; readonly forms: Forms }[]): Entry<Registered>[] {
  return register.flatMap(({ id, forms }) =>
    flat(forms).map((form) => ({ form, value: { ids: [id], side: null, bare: false } })),
  );
}

/** Without the words for its state at either end, where something is left of it. */
function withoutState(form: string, states: readonly string[]): string | null {
  for (const state of states) {
    for (const end of [` of ${state}`, ` ${state}`, state]) {
      if (form.endsWith(end) && form.length > end.length + 3) return form.slice(0, -end.length);
    }
    for (const start of [`${state} `, state]) {
      if (form.startsWith(start) && form.length > start.length + 1) return form.slice(start.length);
    }
  }
  return null;
}

const PLURALS: readonly (readonly [RegExp, string])[] = [
  [/^Ministry of /, 'Ministries of '],
  [/^وزارت /, 'وزارتخانه‌های '],
];

/** Bodies of the parties by what they are called at home: each form with all bodies that bear it. */
function bareBodies(profile: Profile): Entry<Registered>[] {
  const states = profile.parties.flatMap(({ forms }) => flat(forms)).sort((a, b) => b.length - a.length);
  const byForm = new Map<string, Set<string>>();
  for (const { id, forms, level, until } of profile.bodies) {
    if (level !== 'national' || until !== undefined) continue;
    for (const form of flat(forms)) {
      const bare = withoutState(form, states);
      if (bare === null || !/ |\p{Script=Han}{3}/u.test(bare)) continue;
      const plurals = PLURALS.filter(([head]) => head.test(bare)).map(([head, many]) => bare.replace(head, many));
      for (const one of [bare, ...plurals]) byForm.set(one, (byForm.get(one) ?? new Set()).add(id));
    }
  }
  return [...byForm].map(([form, ids]) => ({ form, value: { ids: [...ids], side: null, bare: true }, capital: true }));
}

/** Bodies of the world, beside those of any relation. An abbreviation counts letter for letter. */
function worldBodies(profile: Profile | null): Entry<Registered>[] {
  const own = new Set(profile?.bodies.map(({ id }) => id));
  return named(INTERNATIONAL.filter(({ id }) => !own.has(id))).map((entry) =>
    /^[A-Z]{2,}$/.test(entry.form) ? { ...entry, exact: true } : entry,
  );
}

function groupsOf(profile: Profile | null): Record<EntityKind, Entry<Registered>[]> {
  if (profile === null) return { body: worldBodies(null), mechanism: [], instrument: [], gate: [], place: [] };
  const taken = new Set([...profile.mechanisms, ...profile.places].map(({ id }) => id));
  const capital = (entries: Entry<Registered>[]) => entries.map((entry) => ({ ...entry, capital: true }));
  return {
    body: [
      ...capital(named(profile.bodies.filter(({ id }) => !taken.has(id)))),
      ...bareBodies(profile),
      ...worldBodies(profile),
    ],
    mechanism: named(profile.mechanisms),
    instrument: named(profile.instruments),
    gate: profile.gates.flatMap(({ id, sides }) =>
      sides.flatMap(({ forms }, side) =>
        flat(forms).map((form) => ({ form, value: { ids: [id], side: side as 0 | 1, bare: false }, capital: true })),
      ),
    ),
    place: capital(named(profile.places)),
  };
}

/** Several gates can share a side's name (`Lào Cai` by road and by rail): a form stands for all of them. */
function joined(entries: readonly Entry<Registered>[]): Entry<Registered>[] {
  const byForm = new Map<string, Entry<Registered>>();
  for (const entry of entries) {
    const key = `${entry.form} ${entry.value.side}`;
    const known = byForm.get(key);
    const ids = [...new Set([...(known?.value.ids ?? []), ...entry.value.ids])];
    byForm.set(key, known ? { ...known, value: { ...known.value, ids } } : entry);
  }
  return [...byForm.values()];
}

const NONE = {};
const scanners = new WeakMap<object, (text: string) => Scan>();

/**
 * Finds the names of a profile's registers (and of the bodies of the world) in a text, each kind for itself: a body may
 * stand inside an instrument's name.
 */
export function registeredNames(profile: Profile | null, text: string): Scan {
  let scan = scanners.get(profile ?? NONE);
  if (scan === undefined) {
    const groups = groupsOf(profile);
    for (const kind of ENTITY_KINDS) groups[kind] = joined(groups[kind]);
    scan = compileGroups(groups) as (text: string) => Scan;
    scanners.set(profile ?? NONE, scan);
  }
  return scan(text);
}
