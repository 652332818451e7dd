const CLOSERS = '"”’»」』';
const STOPS = '.,;:…،؛。，；：、';

/** "…; and" before the last item of a list. */
const JOINED = /[;,،؛] *(?:and|or|và|و|as well as)[\s.;,:]*$| and\s*:\s*$/u;

/** Quick to look for: with no last letter of a word that joins before the marks at the end, nothing is joined. */
function mayJoin(text: string, start: number, end: number): boolean {
  let last = end;
  while (last > start && BEHIND_JOINT.test(text.charAt(last - 1))) last -= 1;
  return last > start && JOINING_ENDS.includes(text.charAt(last - 1));
}
const BEHIND_JOINT = /[\s.;,:]/;
const JOINING_ENDS = 'dràوs';

/** Where a quote ends once blanks and final punctuation are left off; a closing quotation mark stays unless a stop stands before it. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  const joined = mayJoin(text, start, end) ? JOINED.exec(text.slice(start, end)) : null;
  if (joined !== null) at = start + joined.index;
  for (;;) {
    const last = text[at - 1];
    if (at <= start || last === undefined) return at;
    if (/\s/.test(last) || STOPS.includes(last) || '-–—'.includes(last)) at -= 1;
    else if (last === '/' && STOPS.includes(text[at] ?? ' ')) at -= 1;
    else if (CLOSERS.includes(last) && STOPS.includes(text[at - 2] ?? ' ')) at -= 1;
    else return at;
  }
}

const ASSIGNMENT = /[（(][^（）()]*(?:chủ trì|phối hợp|thực hiện|牵头|负责|配合|责任单位)[^（）()]*[）)]$/u;

/** Where a quote ends once the brackets after it are left off that only say who leads and who helps. */
export function withoutAssignment(text: string, start: number, end: number): number {
  const match = ASSIGNMENT.exec(text.slice(start, end));
  return match === null || match.index === 0 ? end : trimEnd(text, start, start + match.index);
}
