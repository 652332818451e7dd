import { asciiFirst, everyMatch, type Language } from '../../kernel/index.ts';
import { namesBodies, proposeUnitId } from '../../vocabulary/index.ts';
import { type ActorHit, everyone } from './actor-hits.ts';
import type { AttributeContext } from './context.ts';

/** "Bộ trưởng Giao thông ba nước", "cơ quan du lịch hai bên": bodies of one kind by whose they are. */
const SIDED = asciiFirst(
  /(?<!\p{L})(?<head>Bộ trưởng|Thứ trưởng|Bộ|Tổng cục|Cục|Sở|Ngân hàng|Hiệp hội|[Cc]ơ quan|[Hh]iệp hội|[Ll]ực lượng)(?: Bộ)? (?<field>[\p{L}, -]{2,44}?) (?:của )?(?:(?:hai|ba|bốn) (?:nước|bên|tỉnh|phía|địa phương)|các (?:nước|bên))(?!\p{L})/gu,
);
/** Quick to look for: without one of these no body is told by its sides. */
const SIDES = /(?:hai|ba|bốn|các) (?:nước|bên|tỉnh|phía|địa phương)/;
const MINISTERS = /^(?:Bộ|Thứ) trưởng$/;
const TITLE = 200;
/** Bodies not told one by one. */
const IN_GENERAL = /^(?:chuyên môn|chức năng|liên quan|hữu quan|có thẩm quyền|tương ứng)/u;

/** Ministers who meet are the parties of their own text: the words before its first sentence name them. */
function meet(head: string, { document }: AttributeContext): boolean {
  const title = document.text.slice(0, TITLE).normalize('NFC').split('. ', 1)[0] ?? '';
  return MINISTERS.test(head) && title.toLowerCase().includes(head.toLowerCase());
}

function idOf(head: string, field: string): string | null {
  const body = `${MINISTERS.test(head) ? 'Bộ' : head} ${field}`;
  if (IN_GENERAL.test(field) || !namesBodies(body)) return null;
  const id = proposeUnitId(body.charAt(0).toUpperCase() + body.slice(1));
  const ministry = /^ministry-of-(.+)$/.exec(id)?.[1]?.replace(/^foreign-affairs$/, 'foreign');
  if (ministry !== undefined) return `${ministry}-${MINISTERS.test(head) ? 'ministers' : 'ministries'}`;
  return id.endsWith('-agency')
    ? id.replace(/agency$/, 'authorities')
    : id.endsWith('y')
      ? `${id.slice(0, -1)}ies`
      : `${id}s`;
}

/** Bodies that a Vietnamese text names once for all sides, with ids made of what they are in charge of. */
export function sidedHits(text: string, language: Language, context: AttributeContext): ActorHit[] {
  if (language !== 'vi' || !SIDES.test(text)) return [];
  return everyMatch(SIDED, text).flatMap((match) => {
    const { head = '', field = '' } = match.groups ?? {};
    const id = meet(head, context) ? everyone(context) : idOf(head, field);
    const end = match.index + match[0].length;
    return id === null ? [] : [{ start: match.index, end, ids: [id], rule: 'actors:unit' }];
  });
}
