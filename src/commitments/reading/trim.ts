const CLOSERS = '"”’»」』';
const STOPS = '.,;:…،؛。，；：、';

/** Where a quote ends once blanks and final punctuation are left off; a closing quotation mark stays unless a stop stands before it. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  for (;;) {
    const last = text[at - 1];
    if (at <= start || last === undefined) return at;
    if (/\s/.test(last) || STOPS.includes(last) || '-–—'.includes(last)) at -= 1;
    else if (CLOSERS.includes(last) && STOPS.includes(text[at - 2] ?? ' ')) at -= 1;
    else return at;
  }
}
