import demonstration from '../../profiles/demonstration/cards.json' with { type: 'json' };
import vietnamChina from '../../profiles/vietnam-china/cards.json' with { type: 'json' };
import type { MechanismCard } from './profile.ts';

const CARDS = { demonstration, 'vietnam-china': vietnamChina } as unknown as Readonly<
  Record<string, readonly MechanismCard[]>
>;

/** The cards of a relation's mechanisms as its profile writes them; none where the profile has no `cards.json`. */
export function cardsOf(relation: string): readonly MechanismCard[] {
  return CARDS[relation] ?? [];
}
