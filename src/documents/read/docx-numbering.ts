import { attribute, child, children, type Node } from './dom.ts';
import { type Counting, countAs } from './list-numbers.ts';

interface Level {
  readonly counting: Counting;
  /** With `%1` … `%9` for the counters of the levels. */
  readonly pattern: string;
  readonly start: number;
}

const COUNTINGS: Readonly<Record<string, Counting>> = {
  decimal: 'decimal',
  decimalZero: 'decimal',
  lowerLetter: 'lower-letter',
  upperLetter: 'upper-letter',
  lowerRoman: 'lower-roman',
  upperRoman: 'upper-roman',
  chineseCounting: 'han',
  chineseCountingThousand: 'han',
  japaneseCounting: 'han',
  taiwaneseCounting: 'han',
  taiwaneseCountingThousand: 'han',
  ideographDigital: 'han',
  decimalFullWidth: 'decimal',
  decimalEnclosedCircle: 'circled',
  decimalEnclosedCircleChinese: 'circled',
  none: 'none',
  bullet: 'bullet',
};
/** Signs for bullets of nested levels. */
const BULLETS = ['-', '+', '•', '▪'];

/** The list numbers of a Word file, counted as Word counts them (ECMA-376, part 1, 17.9). */
export class Numbering {
  private readonly levels = new Map<string, Map<number, Level>>();
  private readonly abstractOf = new Map<string, string>();
  private readonly overrides = new Map<string, Map<number, number>>();
  private readonly counters = new Map<string, number[]>();
  private readonly begun = new Set<string>();

  constructor(root: Node | undefined) {
    if (!root) return;
    const abstracts = children(root, 'w:abstractNum');
    for (const abstract of abstracts)
      this.levels.set(attribute(abstract, 'w:abstractNumId') ?? '', readLevels(abstract));
    this.followStyles(abstracts);
    for (const num of children(root, 'w:num')) this.readNum(num);
  }

  /** A list that is only linked to a style has the levels of the list that style is of (17.9.21, 17.9.27). */
  private followStyles(abstracts: readonly Node[]): void {
    const idOf = (abstract: Node) => attribute(abstract, 'w:abstractNumId') ?? '';
    for (const abstract of abstracts) {
      const style = value(child(abstract, 'w:numStyleLink'));
      const source = style && abstracts.find((other) => value(child(other, 'w:styleLink')) === style);
      if (source) this.levels.set(idOf(abstract), this.levels.get(idOf(source)) as Map<number, Level>);
    }
  }

  private readNum(num: Node): void {
    const id = attribute(num, 'w:numId') ?? '';
    this.abstractOf.set(id, value(child(num, 'w:abstractNumId')) ?? '');
    const starts = new Map<number, number>();
    for (const override of children(num, 'w:lvlOverride')) {
      const start = value(child(override, 'w:startOverride'));
      if (start !== null) starts.set(Number(attribute(override, 'w:ilvl')), Number(start));
    }
    this.overrides.set(id, starts);
  }

  /** Counts one paragraph of list `id` at a level (0-based) and gives its marker, such as `4.1.`, `b)`, `-`; empty for none. */
  next(id: string, depth: number): string {
    const abstract = this.abstractOf.get(id);
    const level = abstract === undefined ? undefined : this.levels.get(abstract)?.get(depth);
    if (abstract === undefined || !level) return '';
    const counters = this.counters.get(abstract) ?? [];
    this.counters.set(abstract, counters);
    this.beginOverride(id, counters);
    counters[depth] = (counters[depth] ?? level.start - 1) + 1;
    counters.length = depth + 1;
    if (level.counting === 'bullet') return BULLETS[depth % BULLETS.length] as string;
    return level.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const other = this.levels.get(abstract)?.get(at);
      return other ? countAs(other.counting, counters[at] ?? other.start) : '';
    });
  }

  /** A list with its own start begins counting there the first time it is used. */
  private beginOverride(id: string, counters: number[]): void {
    if (this.begun.has(id)) return;
    this.begun.add(id);
    for (const [depth, start] of this.overrides.get(id) ?? []) {
      counters.length = Math.min(counters.length, depth);
      counters[depth] = start - 1;
    }
  }
}

function readLevels(abstract: Node): Map<number, Level> {
  const levels = children(abstract, 'w:lvl');
  return new Map(levels.map((level) => [Number(attribute(level, 'w:ilvl')), readLevel(level)]));
}

function readLevel(level: Node): Level {
  return {
    counting: COUNTINGS[value(child(level, 'w:numFmt')) ?? 'decimal'] ?? 'decimal',
    pattern: value(child(level, 'w:lvlText')) ?? '',
    start: Number(value(child(level, 'w:start')) ?? 1),
  };
}

export function value(node: Node | undefined): string | null {
  return node ? attribute(node, 'w:val') : null;
}
