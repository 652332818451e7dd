import type { Draft } from './draft.ts';
import type { Marker } from './marker.ts';

/** An open list while lines are read in order. */
interface Level {
  readonly style: string;
  readonly list: number;
  readonly indent: number;
  value: number;
  label: string;
  /** The line that holds the latest marker of this level. */
  line: number;
  bullets: number;
}

/** Where a marked line stands. */
export interface Place {
  /** Label of the line it stands under. */
  readonly parent: number;
  /** Lines of one list share the number. */
  readonly list: number;
  readonly depth: number;
}

const BULLET_DEPTH = 4;
/** A division stands above everything of a later rank. */
const RANK: Record<string, number> = { part: 0, annex: 0, chapter: 1, section: 2, article: 3 };

/** Reads the markers of a document from top to bottom and says where each stands and what its full label is. */
export class Outline {
  readonly places = new Map<number, Place>();
  private readonly sections: ReadonlySet<string>;
  private stack: Level[] = [];
  private lists = 0;

  /** `sections` are styles that stand above points numbered through. */
  constructor(sections: ReadonlySet<string> = new Set()) {
    this.sections = sections;
  }

  /** The line an unmarked paragraph belongs to, or -1. Bullets end at an unmarked paragraph. */
  closeBullets(): number {
    while (this.top && isBullet(this.top.style)) this.stack.pop();
    return this.top?.line ?? -1;
  }

  get top(): Level | undefined {
    return this.stack.at(-1);
  }

  /** A new work begins (an annexed statement after the signature): numbering starts again. */
  restart(): void {
    this.stack = [];
  }

  /** Places a marked line and gives its full label. */
  place(draft: Draft, line: number, opensList: boolean): string {
    const marker = draft.marker as Marker;
    const index = this.levelOf(marker, draft.indent, opensList);
    if (index >= 0) return this.carryOn(index, marker, line);
    if (this.sections.has(marker.style)) this.popPoints();
    else if (marker.style in RANK) this.popRanks(RANK[marker.style] as number);
    else if (marker.absolute) this.popAbsolute(marker.absolute);
    return this.open(marker, draft.indent, line);
  }

  private levelOf(marker: Marker, indent: number, opensList: boolean): number {
    if (isBullet(marker.style)) return this.bulletLevel(marker.style, indent);
    const index = this.stack.findLastIndex((level) => level.style === marker.style);
    if (index < 0) return -1;
    const top = index === this.stack.length - 1;
    // A list lies in one of its own style once, never deeper: else statements one after another would nest without end.
    const outermost = this.stack.findIndex((level) => level.style === marker.style) === index;
    return opensList && marker.value === 1 && top && outermost && !marker.absolute ? -1 : index;
  }

  /** The innermost open bullet of this sign that is not set further left or right; a deeper one opens a list. */
  private bulletLevel(style: string, indent: number): number {
    let best = -1;
    for (let i = this.stack.length - 1; i >= 0; i--) {
      const level = this.stack[i] as Level;
      if (!isBullet(level.style)) break;
      if (level.style !== style) continue;
      if (indent - level.indent >= 2) return best;
      best = i;
      if (level.indent - indent < 2) return i;
    }
    return best;
  }

  private carryOn(index: number, marker: Marker, line: number): string {
    this.stack.length = index + 1;
    const level = this.stack[index] as Level;
    const above = this.stack[index - 1];
    level.bullets += 1;
    level.value = marker.value ?? level.bullets;
    level.line = line;
    level.label = join(above, marker, level.bullets);
    this.note(line, index);
    return level.label;
  }

  private open(marker: Marker, indent: number, line: number): string {
    while (isBullet(this.top?.style ?? '') && !isBullet(marker.style)) this.stack.pop();
    const above = this.top;
    this.lists += 1;
    const label = join(above, marker, 1);
    const value = marker.value ?? 1;
    this.stack.push({ style: marker.style, list: this.lists, indent, value, label, line, bullets: 1 });
    this.note(line, this.stack.length - 1);
    return label;
  }

  private note(line: number, index: number): void {
    const parent = this.stack[index - 1]?.line ?? -1;
    this.places.set(line, { parent, list: (this.stack[index] as Level).list, depth: index });
  }

  private popPoints(): void {
    while (this.top && !this.sections.has(this.top.style) && !(this.top.style in RANK)) this.stack.pop();
  }

  private popRanks(rank: number): void {
    const keep = this.stack.findIndex((level) => (RANK[level.style] ?? BULLET_DEPTH) > rank);
    if (keep >= 0) this.stack.length = keep;
  }

  /** `4.1` stands under `4` and ends whatever was open inside an earlier part of it. */
  private popAbsolute(numbers: readonly number[]): void {
    const parent = numbers.slice(0, -1).join('.');
    const index = this.stack.findLastIndex((level) => level.label === parent || level.label.endsWith(`.${parent}`));
    if (index >= 0) this.stack.length = index + 1;
    else while (this.top && !(this.top.style in RANK)) this.stack.pop();
  }
}

export function isBullet(style: string): boolean {
  return style.length === 1 && /[^\p{L}\p{N}①]/u.test(style);
}

function join(above: Level | undefined, marker: Marker, bullets: number): string {
  if (marker.style === 'article') return marker.part;
  const base = above?.label ?? '';
  if (marker.absolute) return joinAbsolute(base, marker.absolute, marker.part);
  if (marker.value === null) return `${base}[${bullets}]`;
  if (base === '' || marker.part.startsWith('(')) return base + marker.part;
  return `${base}.${marker.part}`;
}

/** `4.1` under `4` is `4.1`; `2.1` under `II.2` is `II.2.1`; with nothing above it, itself. */
function joinAbsolute(base: string, numbers: readonly number[], part: string): string {
  if (base === '') return part;
  const parent = numbers.slice(0, -1).join('.');
  return base === parent || base.endsWith(`.${parent}`) ? `${base}.${numbers.at(-1)}` : `${base}.${part}`;
}
