/** What says the words: "the joint statement", "the two ministers", "it". */
const SAYER =
  '(?:it|they|he|she|(?:the |a |this )?(?:final |joint |official )?(?:press )?(?:statement|communiqu[eé]|declaration|document|text|release|readout|report|spokes(?:man|woman|person)|ministry|sides|leaders|ministers))';
const SAID = '(?:said|says|say|added|adds|stated|states|noted|notes|read|reads|announced|reported)';

/** ", it said", ", said the statement", ", according to a joint communiqué issued …" */
const SAYING = new RegExp(
  `,\\s+(?:${SAYER}\\s+${SAID}|${SAID}\\s+${SAYER}|according to ${SAYER}(?:\\s[^,;.]{1,60})?|as ${SAID} (?:in|by) ${SAYER})$`,
  'iu',
);
const SAYS = /\b(?:sa(?:id|ys?)|add(?:ed|s)|stated|states|notes|noted|reads?|announced|reported|according)\b/i;

/** Where an English quote ends once the words after it are left off that only say who reports it. */
export function withoutSaying(text: string, start: number, end: number): number {
  const tail = text.slice(Math.max(start, end - REACH), end);
  if (!tail.includes(',') || !SAYS.test(tail)) return end;
  const match = SAYING.exec(tail);
  return match === null || match.index === 0 ? end : end - tail.length + match.index;
}
/** Such words are no longer. */
const REACH = 140;
