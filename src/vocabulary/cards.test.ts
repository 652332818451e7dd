import { expect, test } from 'vitest';
import { cardSchema } from './card-schema.ts';
import { cardsOf } from './cards.ts';
import { PROFILES } from './profiles.ts';

const RELATIONS = ['vietnam-china', 'demonstration'];

test.each(RELATIONS)(
  'the cards of %s are whole: titles in three languages, known members, mechanisms and instruments',
  (relation) => {
    const profile = PROFILES.find(({ id }) => id === relation);
    const cards = cardsOf(relation);
    for (const card of cards) expect(() => cardSchema.parse(card), card.id).not.toThrow();
    const once = (ids: readonly string[]) => expect(ids).toEqual([...new Set(ids)]);
    once(cards.map(({ id }) => id));
    once(cards.flatMap(({ mechanism }) => mechanism ?? []));
    const known = (of: readonly { readonly id: string }[] | undefined) => new Set(of?.map(({ id }) => id));
    const [mechanisms, instruments] = [known(profile?.mechanisms), known(profile?.instruments)];
    const members = new Set([...known(profile?.places), ...known(profile?.bodies)]);
    for (const card of cards) {
      if (card.mechanism !== undefined) expect(mechanisms, card.id).toContain(card.mechanism);
      for (const instrument of card.instruments ?? []) expect(instruments, card.id).toContain(instrument);
      for (const member of [...(card.members ?? []), ...(card.hosts ?? [])]) expect(members, card.id).toContain(member);
    }
  },
);

test('hotlines of leaders and of defence, restricted sessions, and what deals with cases, keep their content out', () => {
  const cards = RELATIONS.flatMap((relation) => cardsOf(relation));
  for (const card of cards.filter(({ restricted }) => restricted))
    expect(card.keptOut?.length, card.id).toBeGreaterThan(0);
  const must =
    /hotline of the (?:leaders|defen[cs]e|public security)|leaders’ hotline|defen[cs]e|patrols|legal assistance|verification/i;
  for (const card of cards.filter(({ names }) => must.test(names.en))) {
    expect(card.keptOut?.length, card.id).toBeGreaterThan(0);
  }
});
