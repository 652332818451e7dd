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
  const quote = text.slice(clause.action.end, clause.span.end);
  const visit = VISIT.exec(quote);
  if (visit === null) return null;
  const after = quote.slice(visit.index + visit[0].length, visit.index + visit[0].length + NEAR);
  const [host] = actorHits(after, clause.language, context);
  const near = host !== undefined && host.start <= 'the Kingdom of '.length && host.rule === 'actors:state';
  return near ? (host.ids[0] ?? null) : null;
}
