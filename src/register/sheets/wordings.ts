import { foldWords, likeness } from './foreign.ts';

/** What a wording was found to be. */
export interface Match {
  /** Id of the open task of that title or of those words; null where there is none yet. */
  readonly task: string | null;
  readonly commitment: string | null;
  readonly title: string;
  /** 0..1 */
  readonly confidence: number;
}

interface Known extends Omit<Match, 'confidence'> {
  readonly folded: string;
}

/** Least likeness that is shown at all. */
const LEAST = 0.5;
/** Words so frequent that they find nothing. */
const FREQUENT = 0.2;

/** The wordings of tasks and commitments, by their rarer words, so that a row is compared with a few and not with all. */
export class Wordings {
  readonly #known: readonly Known[];
  readonly #byPiece = new Map<string, number[]>();

  constructor(
    tasks: readonly { readonly id: string; readonly title: string; readonly commitments: readonly string[] }[],
    quotes: readonly { readonly id: string; readonly quote: string }[],
  ) {
    const taskOf = new Map(tasks.flatMap(({ id, commitments }) => commitments.map((one) => [one, id] as const)));
    this.#known = [
      ...tasks.map(({ id, title }) => ({ task: id, commitment: null, title, folded: foldWords(title) })),
      ...quotes.map(({ id, quote }) => ({
        task: taskOf.get(id) ?? null,
        commitment: id,
        title: quote,
        folded: foldWords(quote),
      })),
    ];
    for (const [at, { folded }] of this.#known.entries()) {
      for (const piece of piecesOf(folded)) {
        const places = this.#byPiece.get(piece);
        if (places === undefined) this.#byPiece.set(piece, [at]);
        else places.push(at);
      }
    }
  }

  /** The wording most like the words; null where none is. Of two equally like ones neither is sure. */
  find(words: string): Match | null {
    const folded = foldWords(words);
    if (folded === '') return null;
    const most = Math.max(8, this.#known.length * FREQUENT);
    const votes = new Map<number, number>();
    for (const piece of piecesOf(folded)) {
      const places = this.#byPiece.get(piece) ?? [];
      if (places.length <= most) for (const at of places) votes.set(at, (votes.get(at) ?? 0) + 1);
    }
    const near = [...votes].sort((a, b) => b[1] - a[1]).slice(0, 20);
    const ranked = near
      .map(([at]) => ({ one: this.#known[at] as Known, like: likeness(folded, this.#known[at]?.folded ?? '') }))
      .sort((a, b) => b.like - a.like || Number(b.one.task !== null) - Number(a.one.task !== null));
    const [best, second] = ranked;
    if (best === undefined || best.like < LEAST) return null;
    const { folded: _, ...match } = best.one;
    const torn = second !== undefined && second.like === best.like && second.one.task !== best.one.task;
    return { ...match, confidence: torn ? Math.min(best.like, 0.6) : best.like };
  }
}

function piecesOf(folded: string): Set<string> {
  const pieces = new Set<string>();
  for (const word of folded.split(' ')) {
    if (!/\p{Script=Han}/u.test(word)) pieces.add(word);
    else for (let at = 0; at < word.length - 1; at += 1) pieces.add(word.slice(at, at + 2));
  }
  return pieces;
}
