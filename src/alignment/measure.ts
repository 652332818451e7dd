/** A bead without its score: the lines of either side. */
export interface PlainBead {
  readonly a: readonly number[];
  readonly b: readonly number[];
}

/** Reads gold: one bead a line, 0-based line numbers of either side with commas, a tab between the sides. */
export function readGold(text: string): PlainBead[] {
  const numbers = (cell: string): number[] => (cell.trim() === '' ? [] : cell.split(',').map(Number));
  return text
    .replace(/\n$/u, '')
    .split('\n')
    .map((row) => {
      const [a = '', b = ''] = row.split('\t');
      return { a: numbers(a), b: numbers(b) };
    });
}

/** Right, proposed and gold beads; counts add up over texts. */
export interface Count {
  readonly right: number;
  readonly proposed: number;
  readonly gold: number;
}

function nameOf(bead: PlainBead): string {
  return `${bead.a.join(',')}|${bead.b.join(',')}`;
}

/** Strict count: a bead is right where both its sides are exactly a gold bead's. */
export function countBeads(proposed: readonly PlainBead[], gold: readonly PlainBead[]): Count {
  const wanted = new Set(gold.map(nameOf));
  const right = proposed.filter((bead) => wanted.has(nameOf(bead))).length;
  return { right, proposed: proposed.length, gold: gold.length };
}

/** The same for lines that one side has alone. */
export function countLone(proposed: readonly PlainBead[], gold: readonly PlainBead[]): Count {
  const lone = (beads: readonly PlainBead[]): PlainBead[] =>
    beads
      .filter(({ a, b }) => a.length === 0 || b.length === 0)
      .flatMap(({ a, b }) => [...a.map((line) => ({ a: [line], b: [] })), ...b.map((line) => ({ a: [], b: [line] }))]);
  return countBeads(lone(proposed), lone(gold));
}

export function addCounts(counts: readonly Count[]): Count {
  return counts.reduce(
    (sum, count) => ({
      right: sum.right + count.right,
      proposed: sum.proposed + count.proposed,
      gold: sum.gold + count.gold,
    }),
    { right: 0, proposed: 0, gold: 0 },
  );
}

/** F1 of a count, 0..1; 1 where there was nothing to find and nothing was proposed. */
export function f1({ right, proposed, gold }: Count): number {
  return proposed + gold === 0 ? 1 : (2 * right) / (proposed + gold);
}
