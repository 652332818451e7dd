import type { PrintedLine } from './pdf-lines.ts';
import type { PrintedPage } from './pdf-passages.ts';

/** Share of the page's height at its top and bottom where running heads stand, and where bare page numbers do. */
const MARGIN = 0.15;
const NUMBER_MARGIN = 0.1;
/** Share of the pages a running head comes back on. */
const PAGES = 0.4;

/** The lines in the margins of pages that come back on others (figures aside), and bare page numbers there. */
export function runningLines(pages: readonly PrintedPage[]): ReadonlySet<PrintedLine> {
  const margins = pages.map((page) =>
    // A table is the text's own, though its head comes back on every page.
    page.lines.filter((line) => line.table === undefined && isInMargin(line, page, MARGIN)),
  );
  const counts = new Map<string, number>();
  for (const lines of margins) for (const key of new Set(lines.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(2, pages.length * PAGES);
  const comes = (line: PrintedLine) => line.aside || (counts.get(keyOf(line)) ?? 0) >= least;
  const isNumber = (line: PrintedLine, page: PrintedPage) =>
    isInMargin(line, page, NUMBER_MARGIN) && /^[-–—\s]*\d{1,4}[-–—\s]*$/.test(line.words);
  return new Set(pages.flatMap((page, i) => (margins[i] ?? []).filter((line) => comes(line) || isNumber(line, page))));
}

function isInMargin(line: PrintedLine, page: PrintedPage, margin: number): boolean {
  return line.y > page.height * (1 - margin) || line.y < page.height * margin;
}

function keyOf(line: PrintedLine): string {
  return line.words.replace(/\d+/g, '#');
}
