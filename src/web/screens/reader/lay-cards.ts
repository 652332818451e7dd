export interface Anchored {
  readonly id: string;
  /** Where its quote begins, in pixels from the top of the text. */
  readonly top: number;
  readonly height: number;
}

/**
 * Gives each card its place beside its quote so that none overlaps. The chosen card stands exactly at its quote; those
 * before it give way upwards, those after it downwards. Cards come in the order of their quotes.
 */
export function layCards(cards: readonly Anchored[], chosen: string | null, gap: number): Map<string, number> {
  const places = new Map<string, number>();
  const middle = Math.max(0, chosen === null ? 0 : cards.findIndex((card) => card.id === chosen));
  let below = Number.NEGATIVE_INFINITY;
  for (const card of cards.slice(middle)) {
    const top = Math.max(card.top, below);
    places.set(card.id, top);
    below = top + card.height + gap;
  }
  const first = cards[middle];
  if (!first || middle === 0) return places;
  const before = cards.slice(0, middle);
  let under = Number.NEGATIVE_INFINITY;
  const downwards = before.map((card) => {
    const top = Math.max(card.top, under);
    under = top + card.height + gap;
    return top;
  });
  let ceiling = places.get(first.id) ?? first.top;
  for (let index = before.length - 1; index >= 0; index--) {
    const card = before[index] as Anchored;
    const top = Math.min(downwards[index] as number, ceiling - gap - card.height);
    places.set(card.id, top);
    ceiling = top;
  }
  return places;
}
