import { attribute, children, descendants, type Node } from './dom.ts';
import { type Counting, countAs } from './list-numbers.ts';

interface Level {
  readonly counting: Counting | null;
  readonly before: string;
  readonly after: string;
  /** How many levels the number shows (`1.2.` shows two). */
  readonly shown: number;
  readonly start: number;
}

const COUNTINGS: Readonly<Record<string, Counting>> = {
  '1': 'decimal',
  a: 'lower-letter',
  A: 'upper-letter',
  i: 'lower-roman',
  I: 'upper-roman',
  '一, 二, 三, ...': 'han',
};
const BULLETS = ['-', '+', '•', '▪'];

/** One list while its items are counted. */
export interface OpenList {
  /** The marker of the next item, such as `2.1.` or `-`; `start` restarts the count. */
  next(start: string | null): string;
}

/** The list and outline numbering of an OpenDocument text. */
export class OdtLists {
  private readonly styles = new Map<string, Map<number, Level>>();
  private readonly counters = new Map<string, number[]>();

  constructor(roots: readonly (Node | undefined)[]) {
    for (const root of roots) {
      for (const name of ['text:list-style', 'text:outline-style']) {
        for (const style of root ? descendants(root, name) : []) this.readStyle(style, name);
      }
    }
  }

  private readStyle(style: Node, kind: string): void {
    const levels = new Map<number, Level>();
    for (const level of children(style)) levels.set(Number(attribute(level, 'text:level') ?? 1) - 1, readLevel(level));
    this.styles.set(kind === 'text:outline-style' ? '' : (attribute(style, 'style:name') ?? ''), levels);
  }

  /** Opens a list of a style at a depth (0-based). */
  begin(style: string | null, depth: number, continues: boolean): OpenList {
    const name = style ?? '?';
    const counters = this.counters.get(name) ?? [];
    this.counters.set(name, counters);
    if (!continues) counters.length = Math.min(counters.length, depth);
    return { next: (start) => this.count(name, depth, counters, start === null ? null : Number(start)) };
  }

  /** The number of the next heading at an outline level (1-based); empty where headings are not numbered. */
  outline(level: number): string {
    if (!this.styles.get('')?.get(level - 1)?.counting) return '';
    const counters = this.counters.get('') ?? [];
    this.counters.set('', counters);
    return this.count('', level - 1, counters, null);
  }

  private count(name: string, depth: number, counters: number[], start: number | null): string {
    const levels = this.styles.get(name);
    const level = levels?.get(depth);
    const first = level?.start ?? 1;
    counters[depth] = start ?? (counters[depth] ?? first - 1) + 1;
    counters.length = depth + 1;
    if (!level?.counting) return level ? '' : `${counters[depth]}.`;
    if (level.counting === 'bullet') return BULLETS[depth % BULLETS.length] as string;
    const numbers: string[] = [];
    for (let at = Math.max(0, depth - level.shown + 1); at <= depth; at++) {
      numbers.push(countAs(levels?.get(at)?.counting ?? 'decimal', counters[at] ?? 1));
    }
    return level.before + numbers.join('.') + level.after;
  }
}

function readLevel(level: Node): Level {
  const format = attribute(level, 'style:num-format');
  const bullet = level.nodeName === 'text:list-level-style-bullet';
  return {
    counting: bullet ? 'bullet' : format ? (COUNTINGS[format] ?? 'decimal') : null,
    before: attribute(level, 'style:num-prefix') ?? '',
    after: attribute(level, 'style:num-suffix') ?? '',
    shown: Number(attribute(level, 'text:display-levels') ?? 1),
    start: Number(attribute(level, 'text:start-value') ?? 1),
  };
}
