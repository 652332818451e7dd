import type { Span } from '../../kernel/index.ts';
import type { Passage } from './found.ts';
import { knowledgeOf, regexOf } from './knowledge.ts';

/** A name that is open in a quotation goes on to its end, if that is near. */
const QUOTED = [
  [/“[^”]*$/u, /^[^“”.;]{1,80}”/u],
  [/《[^》]*$/u, /^[^《》。；]{1,80}》/u],
  [/«[^»]*$/u, /^[^«».]{1,80}»/u],
] as const;
/** A bracket that does not close within the name: what it says (`hereinafter called …`) is no part of it. */
const OPEN_BRACKET = /\s*(?:\([^()]*|（[^（）]*)$/u;
const AFTER = 120;

/** Words behind a name that belong to it: the rest of a list, of a pair of states or of a quotation. */
function goesOn(name: string, rest: string, { language }: Passage): string {
  for (const [open, close] of QUOTED) {
    if (open.test(name)) return close.exec(rest)?.[0] ?? '';
  }
  for (const { after, more } of knowledgeOf(language).goesOn) {
    if (!regexOf(language, after, { flags: 'u' }).test(name)) continue;
    const found = regexOf(language, more, { flags: 'u' }).exec(rest);
    if (found !== null) return found[0];
  }
  return '';
}

/** Where a name found by a pattern truly begins and ends; flat offsets. The span may come out empty. */
export function boundsOf(passage: Passage, { start, end }: Span): Span {
  const { text, language } = passage;
  const { cut, lead } = knowledgeOf(language);
  const found = text.slice(start, end);
  let name = found + goesOn(found, text.slice(end, end + AFTER), passage);
  const before = lead === null ? 0 : (regexOf(language, lead, { flags: 'u' }).exec(name)?.[0].length ?? 0);
  name = name.slice(before);
  for (let last = ''; last !== name; ) {
    last = name;
    name = name.replace(regexOf(language, cut, { flags: 'u' }), '').replace(OPEN_BRACKET, '');
    name = name.replace(/[\s,;:.，、\-–—]+$/u, '');
  }
  return { start: start + before, end: start + before + name.length };
}
