import { LOCALES, Problem } from '../kernel/index.ts';
import type { Notice, NoticeArea, NoticeContent, Position } from './model.ts';
import { faultsOf, type NoticeType, noticeType, personalTrace } from './types/index.ts';

/**
 * Holds a notice against its type before it goes out, and again when it comes in.
 * @throws Problem `notice-invalid` naming the field and the rule; `notice-personal` where words name a person by a number or address
 */
export function assertNotice(notice: Notice): NoticeType {
  const type = noticeType(notice.type);
  if (type === undefined) throw invalid('type', 'unknown');
  const { from, to } = notice;
  if (to.length === 0) throw invalid('to', 'minItems');
  if (to.includes(from.party) || new Set(to).size < to.length) throw invalid('to', 'unique');
  assertContent(type, notice);
  return type;
}

/** The same for what an update says. @throws Problem `notice-invalid`, `notice-personal` */
export function assertContent(type: NoticeType, { texts, fields, area }: NoticeContent): void {
  const said = LOCALES.flatMap((locale) => texts[locale] ?? []);
  if (said.length === 0 || said.some(({ headline }) => headline.trim() === '')) throw invalid('headline', 'required');
  const [fault] = faultsOf(fields, type.fields);
  if (fault !== undefined) throw invalid(fault.path, fault.rule);
  if (area !== null) assertArea(area);
  const trace = personalTrace(texts) ?? personalTrace(fields) ?? personalTrace(area?.name);
  if (trace !== null) throw new Problem('notice-personal', { found: `${trace.slice(0, 3)}…` });
}

function assertArea({ rings, circles }: NoticeArea): void {
  const onEarth = ({ latitude, longitude }: Position) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  for (const ring of rings) {
    // A ring closes itself; the first corner may be said again or not.
    const corners = new Set(ring.map(({ latitude, longitude }) => `${latitude} ${longitude}`));
    if (corners.size < 3) throw invalid('area', 'ring');
    if (!ring.every(onEarth)) throw invalid('area', 'position');
  }
  for (const { centre, radius } of circles) {
    if (!onEarth(centre) || !(radius >= 0)) throw invalid('area', 'circle');
  }
}

function invalid(field: string, rule: string): Problem {
  return new Problem('notice-invalid', { field, rule });
}
