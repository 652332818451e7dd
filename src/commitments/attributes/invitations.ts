import type { Clause } from '../clause.ts';
import { actorHits } from './actor-hits.ts';
import type { AttributeContext } from './context.ts';

const INVITES = /(?<!\p{L})(?:mời|invit\p{L}*)(?!\p{L})/iu;
/** What stands between the verb of the visit and the state visited. */
const VISIT =
  /(?<!\p{L})(?:thăm(?: lại| chính thức| hữu nghị| làm việc| và làm việc| cấp Nhà nước)*(?: tới| đến)?|visit(?: to)?|pay (?:\p{L}+ ){0,3}visit to) (?=[\p{Lu}]|the |nước )/u;
const NEAR = 40;

/** Whose invitation it is: the state that is to be visited (`invited him to visit X`); null where that is not said. */
export function inviter(clause: Clause, context: AttributeContext): string | null {
  const { text } = clause.sentence;
  if (!INVITES.test(text.slice(clause.span.start, clause.action.end))) return null;
  return visited(text.slice(clause.action.end, clause.span.end), clause, context);
}

/** The state that words of a visit name. */
function visited(words: string, clause: Clause, context: AttributeContext): string | null {
  const visit = VISIT.exec(words);
  if (visit === null) return null;
  const after = words.slice(visit.index + visit[0].length, visit.index + visit[0].length + NEAR);
  const [host] = actorHits(after, clause.language, context);
  const near = host !== undefined && host.start <= 'the Kingdom of '.length && host.rule === 'actors:state';
  return near ? (host.ids[0] ?? null) : null;
}

const ACCEPTS = /(?:^| )nhận lời$/u;
const INVITED = /(?<!\p{L})mời(?!\p{L})[^.]*/u;
const BEFORE = 400;

/** Who accepts an invitation told just before ("… mời … thăm X. … vui vẻ nhận lời"): of two parties the one that is not X; null where that is not said. */
export function guest(clause: Clause, context: AttributeContext): string | null {
  const { text } = clause.sentence;
  if (clause.language !== 'vi' || !ACCEPTS.test(text.slice(clause.span.start, clause.action.end))) return null;
  const { start } = clause.sentence.raw(clause.span);
  const before = clause.document.text.slice(Math.max(0, start - BEFORE), start);
  const host = visited(before.slice(Math.max(0, before.lastIndexOf('mời'))).match(INVITED)?.[0] ?? '', clause, context);
  const { codes } = context.parties;
  return host !== null && codes.length === 2 && codes.includes(host)
    ? (codes.find((code) => code !== host) ?? null)
    : null;
}
