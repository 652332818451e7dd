import { expect, test } from 'vitest';
import { ACTOR_WORDS } from './actor-words.ts';
import { COUNTRY_NAMES } from './countries.ts';
import { HEAD_WORDS } from './head-words.ts';
import { nameMatcher } from './names.ts';
import { profileSchema } from './profile-schema.ts';
import { PROFILES } from './profiles.ts';
import { sectorTerms } from './sector-terms.ts';
import { actorWordsSchema, countryNamesSchema, headWordsSchema, sectorTermsSchema } from './word-schemas.ts';

test('every profile keeps to the schema', () => {
  for (const profile of PROFILES) expect(profileSchema.safeParse(profile).error?.issues ?? []).toEqual([]);
});

test('the word lists keep to their schemas', () => {
  for (const language of ['vi', 'en', 'zh', 'fa'] as const) {
    expect(sectorTermsSchema.safeParse(sectorTerms(language)).error?.issues ?? []).toEqual([]);
    expect(headWordsSchema.safeParse(HEAD_WORDS[language]).error?.issues ?? []).toEqual([]);
    expect(actorWordsSchema.safeParse(ACTOR_WORDS[language]).error?.issues ?? []).toEqual([]);
  }
  for (const names of COUNTRY_NAMES) expect(countryNamesSchema.safeParse(names).error?.issues ?? []).toEqual([]);
});

test('no word is given to two sectors', () => {
  const twice: string[] = [];
  for (const language of ['vi', 'en', 'zh', 'fa'] as const) {
    const seen = new Map<string, string>();
    for (const [sector, byWeight] of Object.entries(sectorTerms(language).terms)) {
      for (const term of new Set(Object.values(byWeight).flat())) {
        const key = term.toLowerCase();
        if (seen.has(key)) twice.push(`${language} ${term}: ${seen.get(key)}, ${sector}`);
        seen.set(key, sector);
      }
    }
  }
  expect(twice).toEqual([]);
});

test('ids are used once in each register, and parents and successors exist', () => {
  for (const profile of PROFILES) {
    for (const register of [profile.bodies, profile.places, profile.gates, profile.mechanisms, profile.instruments]) {
      const ids = register.map(({ id }) => id);
      expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    }
    const places = new Set(profile.places.map(({ id }) => id));
    const bodies = new Set(profile.bodies.map(({ id }) => id));
    const dangling = [
      ...profile.places.flatMap(({ parent, successor }) => [parent, successor]).filter((id) => id && !places.has(id)),
      ...profile.bodies.flatMap(({ parent }) => [parent]).filter((id) => id && !bodies.has(id) && !places.has(id)),
      ...profile.bodies.flatMap(({ successor }) => [successor]).filter((id) => id && !bodies.has(id)),
      ...profile.gates.flatMap(({ sides }) => sides.map(({ place }) => place)).filter((id) => id && !places.has(id)),
    ];
    expect(dangling).toEqual([]);
  }
});

test('what ended before today names what came after it', () => {
  const open = PROFILES.flatMap(({ places, bodies }) => [...places, ...bodies])
    .filter(({ until, successor }) => until !== undefined && successor === undefined)
    .map(({ id }) => id);
  expect(open).toEqual([]);
});

test('every first form of a register is found in a text that holds it', () => {
  for (const profile of PROFILES) {
    const matcher = nameMatcher(profile);
    const entries = [...profile.bodies, ...profile.places, ...profile.mechanisms, ...profile.instruments];
    const lost = entries.flatMap(({ id, forms }) =>
      Object.values(forms)
        .map(([form]) => form ?? '')
        .filter((form) => matcher.scan(`x ${form}, y`)[0]?.value.id !== id)
        .map((form) => `${id}: ${form}`),
    );
    expect(lost).toEqual([]);
  }
});
