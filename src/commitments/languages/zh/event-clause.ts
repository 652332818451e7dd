const THINGS =
  '会议|会晤|峰会|论坛|博览会|交易会|洽谈会|对话|磋商|会谈|活动|艺术节|文化节|年会|例会|联委会|混委会|研讨会|运动会';
const EVENT = new RegExp(
  `^(?<thing>[^，；。：]{0,40}?(?:${THINGS}))(?:[^，；。：]{0,3}?)(?<mode>将|拟|定|由|于|在)[^，；。：]*?(?<verb>举行|召开|举办|承办|主办)`,
  'u',
);
/** Quick to look for: without one of these a part is none. */
const VERBS = /举行|召开|举办|承办|主办/;
/** "下次会晤于…举行" has not happened yet; "第三次会议于…举行" may have. */
const NEXT = /下一?[次届轮]/u;
const PROMISED = /将|拟|定|由/u;

/** A clause whose subject is a meeting: where its verb stands, as offsets in the part's text. */
export interface EventClause {
  readonly start: number;
  readonly end: number;
  /** The words themselves say that it is still to come. */
  readonly promised: boolean;
}

/** "第六次会议将于2027年举行", "下次会晤由北方承办": the whole clause is the unit, for its subject is what is promised; null where the part is none. */
export function eventClauseAt(part: string): EventClause | null {
  const match = VERBS.test(part) ? EVENT.exec(part) : null;
  const verb = match?.groups?.verb;
  if (match === null || verb === undefined) return null;
  const end = match[0].length;
  const said = match[0].slice((match.groups?.thing ?? '').length);
  return { start: end - verb.length, end, promised: NEXT.test(match[0]) || PROMISED.test(said) };
}
