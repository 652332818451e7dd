import { BAR } from '../../kernel/index.ts';
import type { LineHints } from '../model.ts';

/** A row of a table wide enough has so many cells. */
const LEAST = 3;

/** Collects the lines a reader finds and remembers what the format itself says of them. */
export class PageWriter {
  private readonly lines: string[] = [];
  private readonly headings = new Set<number>();
  private readonly asides = new Set<number>();
  private readonly pages: { line: number; page: number }[] = [];
  private turned: number | null = null;

  /** What is added from now on stands on this page (1-based) of the file. */
  page(number: number): void {
    this.turned = number;
  }

  /** Adds a passage; its own line breaks part lines of one passage. Blank ones are dropped. */
  passage(words: string, heading = false): void {
    const lines = words.split('\n').map(tidy).filter(Boolean);
    if (lines.length === 0) return;
    if (this.lines.length > 0) this.lines.push('');
    for (const line of lines) this.push(line, heading);
  }

  /** Adds a line that is no part of the text (a running head, a page number). */
  aside(words: string): void {
    this.passage(words);
    this.asides.add(this.lines.length);
  }

  /** Adds a line directly below the one before (a list item, a table row). */
  line(words: string): void {
    const line = tidy(words.replace(/\n/g, ' '));
    if (line !== '') this.push(line, false);
  }

  /** Parts what follows from what stands there by a blank line. */
  gap(): void {
    if (this.lines.length > 0 && this.lines.at(-1) !== '') this.lines.push('');
  }

  /** Number of the line (1-based) on which the next passage begins. */
  get next(): number {
    return this.lines.length === 0 ? 1 : this.lines.length + 2;
  }

  /**
   * Adds a table: a row a line, its cells parted by bars; blank ones at its end are left out but for two bars, by which a row
   * is known. Gives the number of its first line.
   */
  table(rows: readonly (readonly string[])[]): number {
    this.gap();
    const first = this.lines.length + 1;
    for (const cells of rows) this.line(rowLine(cells));
    this.gap();
    return first;
  }

  private push(line: string, heading: boolean): void {
    this.lines.push(line);
    if (this.turned !== null && this.turned !== this.pages.at(-1)?.page)
      this.pages.push({ line: this.lines.length, page: this.turned });
    this.turned = null;
    if (heading) this.headings.add(this.lines.length);
  }

  get text(): string {
    return this.lines.length === 0 ? '' : `${this.lines.join('\n').trimEnd()}\n`;
  }

  /** What the format itself says of lines. */
  get hints(): LineHints {
    return { headings: this.headings, asides: this.asides, pages: this.pages };
  }
}

/** A row of a table as it stands in the text. */
export function rowLine(cells: readonly string[]): string {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  const kept = last === 0 ? 1 : Math.max(last + 1, Math.min(cells.length, LEAST));
  return tidy(cells.slice(0, kept).join(` ${BAR} `));
}

function tidy(words: string): string {
  return words.replace(/[\s\u00a0]+/g, ' ').trim();
}
