import { asciiFirst, everyMatch, type Language } from '../../kernel/index.ts';
import { isUnitWord, proposeUnitId } from '../../vocabulary/index.ts';
import type { ActorHit } from './actor-hits.ts';

/** "Bộ trưởng các bộ: Quốc phòng, Công an, …", "các Bộ Y tế, Tài chính", "các Sở: Nội vụ, Tư pháp": heads told once for several fields. */
const LIST = asciiFirst(
  /(?<!\p{L})(?:(?:Bộ trưởng|Thứ trưởng|Giám đốc|Thủ trưởng|Lãnh đạo|lãnh đạo) )?[Cc]ác ([Bb]ộ|[Ss]ở)(?: trưởng)?:? (?=\p{Lu})/gu,
);
const JOINS = /^(?:, | và |; )/u;
/** Syllables the field of a ministry may have. */
const LONGEST = 9;

/** Where the longest known field that begins at an offset ends, or -1. */
function fieldEnd(text: string, from: number): number {
  let end = -1;
  let at = from;
  for (let count = 0; count < LONGEST; count += 1) {
    const syllable = /^[\p{L}-]+/u.exec(text.slice(at))?.[0];
    if (syllable === undefined) break;
    at += syllable.length;
    const field = text.slice(from, at);
    if (isUnitWord(field.toLowerCase()) || field === 'Công an') end = at;
    const gap = /^(?:, | - | – | )/u.exec(text.slice(at))?.[0];
    if (gap === undefined) break;
    at += gap.length;
  }
  return end;
}

/** Ministries or departments a Vietnamese text lists by their fields alone, each with the id of its whole name. */
export function listedMinistries(text: string, language: Language): ActorHit[] {
  if (language !== 'vi' || !/ác (?:bộ|sở)/iu.test(text)) return [];
  return everyMatch(LIST, text).flatMap((match) => {
    const head = match[1]?.toLowerCase() === 'bộ' ? 'Bộ' : 'Sở';
    const ids: string[] = [];
    let end = match.index + match[0].length;
    for (let from = end; ; ) {
      const to = /^\p{Lu}/u.test(text.slice(from)) ? fieldEnd(text, from) : -1;
      if (to < 0) break;
      ids.push(proposeUnitId(`${head} ${text.slice(from, to)}`));
      end = to;
      const join = JOINS.exec(text.slice(to))?.[0];
      if (join === undefined) break;
      from = to + join.length;
    }
    return ids.length < 2 ? [] : [{ start: match.index, end, ids: [...new Set(ids)], rule: 'actors:unit' }];
  });
}
