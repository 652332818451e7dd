import type { PrintedLine } from './pdf-lines.ts';
import type { PrintedPage } from './pdf-passages.ts';

/** Share of the page's height at its top and bottom where running heads and page numbers stand. */
const MARGIN = 0.1;
/** Share of the pages a running head comes back on. */
const PAGES = 0.4;

/** The lines in the margins of pages that come back on others (figures aside), and bare page numbers there. */
export function runningLines(pages: readonly PrintedPage[]): ReadonlySet<PrintedLine> {
  const margins = pages.map((page) => page.lines.filter((line) => isInMargin(line, page)));
  const counts = new Map<string, number>();
  for (const lines of margins) for (const key of new Set(lines.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  const least = Math.max(2, pages.length * PAGES);
  return new Set(
    margins
      .flat()
      .filter(
        (line) => line.aside || (counts.get(keyOf(line)) ?? 0) >= least || /^[-–—\s]*\d{1,4}[-–—\s]*$/.test(line.words),
      ),
  );
}

function isInMargin(line: PrintedLine, page: PrintedPage): boolean {
  return line.y > page.height * (1 - MARGIN) || line.y < page.height * MARGIN;
}

function keyOf(line: PrintedLine): string {
  return line.words.replace(/\d+/g, '#');
}
