const FIGURE =
  /^[^，；。：]{2,30}?(达到|提高到|提升到|提高至|稳定在|保持在|不少于|占比达|达|超过|突破|压缩|缩短|增长|提高到|提升至|不低于|不少于|下降|翻一番|增至|增加到)(?:到|至|约|近)?(?:\d|[一二两三四五六七八九十百千万半])/u;

/** "力争到2027年底，…": the time of a figure stands in a part of its own before it. */
const TIME_FIRST =
  /^(?:力争|争取)?(?:在|到|至)?(?:20\d\d|[二〇一三四五六七八九]{4})年(?:底|末|前|之前|底前|上半年|下半年)?[，,]/u;

/** Characters up to the year of such a time. */
const LONGEST_TIME = 9;

/** Whether a part only says by when the figures after it are to be reached; null where it does not. */
export function targetTimeAt(part: string): { readonly striving: boolean; readonly length: number } | null {
  const match = part.slice(0, LONGEST_TIME).includes('年') ? TIME_FIRST.exec(part) : null;
  return match === null ? null : { striving: /^(?:力争|争取)/.test(part), length: match[0].length };
}

/**
 * Where the verb of a part stands that sets a figure to be reached ("口岸通关时间|压缩|三分之一"), as offsets in the
 * part's text, or null: its subject is what is measured, not who acts.
 */
export function targetVerbAt(part: string): { readonly start: number; readonly end: number } | null {
  const match = FIGURE.exec(part);
  const verb = match?.[1];
  if (match === null || verb === undefined) return null;
  const start = match[0].lastIndexOf(verb);
  return { start, end: start + verb.length };
}
