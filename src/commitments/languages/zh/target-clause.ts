const FIGURE =
  /^[^，；。：]{2,30}?(达到|达|超过|突破|压缩|缩短|增长|提高到|提升至|不低于|不少于|下降|翻一番|增至|增加到)(?:到|至|约|近)?(?:\d|[一二两三四五六七八九十百千万半])/u;

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
