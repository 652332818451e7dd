import type { Span } from '../../kernel/index.ts';
import type { Clause } from '../clause.ts';
import { type DueMatch, scanDue } from './due.ts';

/** "（一）动员部署阶段（2024年7月底前）": a stage of a Chinese plan, with its time in brackets behind its name. */
const STAGE =
  /^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]?\s*)?[^，。；：（(\n]{2,20}[（(]([^）)\n]*[年月][^）)\n]*)[）)]/u;
const LONGEST = 80;
const BRACKET = /[（(]/;

/**
 * When the stage of a plan is whose task a clause is: its time stands behind the name of the stage, in the heading
 * above or where the clause's own item begins. Null where none does.
 * @param today ISO date of the document, or null
 */
export function dueOfStage(
  clause: Clause,
  today: string | null,
): { readonly match: DueMatch; readonly spans: readonly Span[] } | null {
  if (clause.language !== 'zh') return null;
  const { provisions, text } = clause.document;
  const own = provisions[clause.provision];
  const parent = provisions[own?.parent ?? -1];
  for (const place of [own, parent?.role === 'heading' ? parent : undefined]) {
    if (place === undefined) continue;
    const { start } = place.span;
    const opening = text.slice(start, Math.min(place.span.end, start + LONGEST));
    const stage = BRACKET.test(opening) ? STAGE.exec(opening) : null;
    const words = stage?.[1];
    if (stage === null || words === undefined) continue;
    const at = start + stage[0].lastIndexOf(words);
    const dated = words.includes('年') || today === null ? words : `${today.slice(0, 4)}年${words}`;
    const match = scanDue(dated, 'zh', today).find(({ type }) => type === 'dated');
    if (match) return { match: { ...match, text: words }, spans: [{ start: at, end: at + words.length }] };
  }
  return null;
}

/** "… (thời gian thực hiện: quý II/2026)", "…. Thời gian hoàn thành: trước 30/6/2026." */
const BEHIND =
  /^\s*(?:\(|\.?\s*[-+•]?\s*)(?:[Tt]hời gian|[Tt]hời hạn|[Hh]ạn|[Tt]iến độ)(?: (?:thực hiện|hoàn thành|hoàn tất|báo cáo|gửi|trình|xong))*\s*(?::|là)?\s+(?<words>[^.;:)\n]{3,80})/u;
/** A day told as a deadline is the last one. */
const DEADLINE = /^[^:]*(?:[Hh]ạn|hoàn thành|hoàn tất|báo cáo|gửi|trình|xong)/u;
const FARTHEST = 160;

/**
 * When a Vietnamese clause is due whose time is told straight behind it, in brackets or in a sentence of its own.
 * Null where none is.
 * @param today ISO date of the document, or null
 */
export function dueBehind(
  clause: Clause,
  today: string | null,
): { readonly match: DueMatch; readonly spans: readonly Span[] } | null {
  if (clause.language !== 'vi' || clause.kind !== 'commitment') return null;
  const from = clause.sentence.raw(clause.span).end;
  const behind = BEHIND.exec(clause.document.text.slice(from, from + FARTHEST));
  const words = behind?.groups?.words;
  if (behind === null || words === undefined) return null;
  const match = scanDue(words, 'vi', today).find(({ type }) => type === 'dated');
  if (!match) return null;
  const at = from + behind[0].length - words.length;
  const last = DEADLINE.test(behind[0]) && match.from === match.to ? { ...match, from: null } : match;
  return { match: last, spans: [{ start: at + match.span.start, end: at + match.span.end }] };
}
