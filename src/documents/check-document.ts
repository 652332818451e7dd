import type { Document } from './model.ts';

/** A character that shows: no blank and no invisible mark of direction or width. */
const INK = /[^\s\u200b-\u200f\ufeff]/;

/**
 * Says in plain words what is wrong with a document's tree; empty for a sound one. Held in every test: lines and
 * sentences in order, every word in exactly one provision, sentences covering the words of their provision, parents
 * before children, eIds unique.
 */
export function checkDocument(document: Document): string[] {
  return [...checkLines(document), ...checkProvisions(document), ...checkSentences(document)];
}

function checkLines({ text, lines }: Document): string[] {
  const faults: string[] = [];
  let end = 0;
  let number = 0;
  for (const line of lines) {
    if (line.span.start < end || line.span.end > text.length) faults.push(`line ${line.number} is out of order`);
    if (line.number <= number) faults.push(`line number ${line.number} does not grow`);
    if (INK.test(text.slice(end, line.span.start))) faults.push(`words before line ${line.number} are in no line`);
    if (line.joins !== null && line.joins >= line.number) faults.push(`line ${line.number} continues a later line`);
    end = line.span.end;
    number = line.number;
  }
  if (INK.test(text.slice(end))) faults.push('words after the last line are in no line');
  return faults;
}

function checkProvisions({ text, lines, provisions }: Document): string[] {
  const faults: string[] = [];
  const owner = new Map<number, number>();
  const eIds = new Set<string>();
  for (const provision of provisions) {
    const name = `provision ${provision.index}`;
    if (provisions[provision.index] !== provision) faults.push(`${name} is out of place`);
    if (provision.span.start >= provision.span.end || provision.span.end > text.length) faults.push(`${name} is empty`);
    if (provision.parent !== null && provision.parent >= provision.index)
      faults.push(`${name} stands before its parent`);
    if (eIds.has(provision.eId)) faults.push(`${name} repeats the eId ${provision.eId}`);
    eIds.add(provision.eId);
    const { marker, span } = provision;
    if (marker && (marker.start < span.start || marker.end > span.end)) faults.push(`${name} has its marker outside`);
    for (const line of provision.lines) {
      if (owner.has(line)) faults.push(`line ${line} is in two provisions`);
      owner.set(line, provision.index);
    }
  }
  for (const line of lines) {
    const provision = provisions[owner.get(line.number) ?? -1];
    if (!provision) faults.push(`line ${line.number} is in no provision`);
    else if (INK.test(text.slice(line.span.start, Math.max(line.span.start, provision.span.start))))
      faults.push(`line ${line.number} begins outside its provision`);
    else if (INK.test(text.slice(Math.min(line.span.end, provision.span.end), line.span.end)))
      faults.push(`line ${line.number} ends outside its provision`);
  }
  return faults;
}

function checkSentences({ text, lines, provisions, sentences }: Document): string[] {
  const faults: string[] = [];
  const reach = provisions.map(({ span, marker }) => (marker && marker.end < span.end ? marker.end : span.start));
  const furniture = new Set(lines.filter((line) => line.role === 'furniture').map((line) => line.span.start));
  let before = -1;
  for (const sentence of sentences) {
    const provision = provisions[sentence.provision];
    if (!provision) {
      faults.push(`sentence ${sentence.index} has no provision`);
      continue;
    }
    if (sentence.provision < before) faults.push(`sentence ${sentence.index} goes back to an earlier provision`);
    before = sentence.provision;
    const from = reach[sentence.provision] as number;
    if (sentence.span.start < from) faults.push(`sentence ${sentence.index} overlaps the one before`);
    if (sentence.span.end > provision.span.end) faults.push(`sentence ${sentence.index} leaves its provision`);
    if (hasWords(text, from, sentence.span.start, furniture))
      faults.push(`words before sentence ${sentence.index} are in none`);
    reach[sentence.provision] = sentence.span.end;
  }
  for (const { index, span, marker } of provisions) {
    const from = reach[index] as number;
    const bare = marker !== null && from === marker.end && marker.end === span.end;
    if (!bare && hasWords(text, from, span.end, furniture)) faults.push(`provision ${index} has words in no sentence`);
  }
  return faults;
}

/** Words of lines that are not furniture. */
function hasWords(text: string, start: number, end: number, furniture: ReadonlySet<number>): boolean {
  if (!INK.test(text.slice(start, end))) return false;
  let from = start;
  while (from < end) {
    const next = text.slice(from, end).search(/[\r\n]/);
    const to = next < 0 ? end : from + next;
    if (INK.test(text.slice(from, to)) && !furniture.has(from)) return true;
    from = to + 1;
  }
  return false;
}
