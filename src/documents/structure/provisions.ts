import type { Language } from '../../kernel/index.ts';
import { detectLanguage } from '../language/detect.ts';
import type { Line, Provision, ProvisionRole } from '../model.ts';
import type { Draft } from './draft.ts';
import { EIds } from './eids.ts';
import type { Place } from './outline.ts';

/** Gathers structured lines into provisions, each with its marker, path, eId and parent. */
export function gatherProvisions(
  text: string,
  drafts: readonly Draft[],
  places: ReadonlyMap<number, Place>,
): Provision[] {
  const groups = groupLines(drafts);
  const provisionOf = new Map<number, number>();
  const provisions: Provision[] = [];
  const eIds = new EIds();
  let head = -1;
  for (const group of groups) {
    const first = group[0] as number;
    const draft = drafts[first] as Draft;
    const index = provisions.length;
    const place = places.get(first);
    const role = draft.role as ProvisionRole;
    const inside = role === 'heading' && /[:：]$/.test((drafts[group.at(-1) as number] as Draft).core);
    if (place) head = index;
    else if (role === 'heading' && !inside) head = -1;
    const above = place ? (provisionOf.get(place.parent) ?? null) : parentOf(provisions, head, role);
    const parent = above === null ? null : (provisions[above] as Provision);
    provisionOf.set(first, index);
    const span = { start: draft.start, end: (drafts[group.at(-1) as number] as Draft).end };
    provisions.push({
      index,
      role,
      span,
      marker: markerSpan(text, draft),
      path: place ? (draft.label as string) : (parent?.path ?? ''),
      eId: eIds.next(role, place ? draft.marker : null, draft.label, parent?.eId ?? null),
      level: parent ? parent.level + 1 : 0,
      parent: above,
      language: languageOf(text, drafts, group),
      lines: group.map((i) => (drafts[i] as Draft).number),
    });
  }
  return provisions;
}

/**
 * Unmarked passages, and headings like "On gates:", stand under the latest marked line, but not under a bullet; another
 * heading ends that line's reach. Furniture stands under nothing.
 */
function parentOf(provisions: readonly Provision[], head: number, role: ProvisionRole): number | null {
  if (role === 'furniture' || head < 0) return null;
  let at: number | null = head;
  while (at !== null && (provisions[at] as Provision).path.endsWith(']')) at = (provisions[at] as Provision).parent;
  return at;
}

function groupLines(drafts: readonly Draft[]): number[][] {
  const groups: number[][] = [];
  const groupOf = new Map<number, number[]>();
  for (let i = 0; i < drafts.length; i++) {
    const joins = (drafts[i] as Draft).joins;
    const group = joins >= 0 ? groupOf.get(joins) : undefined;
    if (group) {
      group.push(i);
      groupOf.set(i, group);
    } else {
      const fresh = [i];
      groups.push(fresh);
      groupOf.set(i, fresh);
    }
  }
  return groups;
}

function markerSpan(text: string, draft: Draft): { start: number; end: number } | null {
  if (draft.marker === null || draft.role === 'furniture') return null;
  const raw = text.slice(draft.start, draft.end);
  const at = raw.indexOf(draft.marker.text);
  return at < 0 ? null : { start: draft.start + at, end: draft.start + at + draft.marker.text.length };
}

function languageOf(text: string, drafts: readonly Draft[], group: readonly number[]): Language {
  const first = drafts[group[0] as number] as Draft;
  if (group.length === 1 || first.end - first.start > 200) return detectLanguage(text, first.start, first.end);
  return detectLanguage(group.map((i) => (drafts[i] as Draft).core).join(' '));
}

/** The lines as the contract gives them, each with the language of its own words or, where they do not tell, its passage's. */
export function toLines(text: string, drafts: readonly Draft[], provisions: readonly Provision[]): Line[] {
  const languages = new Map<number, Language>();
  for (const { lines, language } of provisions) for (const number of lines) languages.set(number, language);
  return drafts.map((draft) => ({
    number: draft.number,
    span: draft.span,
    role: draft.role,
    label: draft.label,
    language: draft.joins < 0 ? passage(draft) : own(draft),
    joins: draft.joins < 0 ? null : (drafts[draft.joins] as Draft).number,
  }));

  function passage(draft: Draft): Language {
    return languages.get(draft.number) ?? 'und';
  }
  function own(draft: Draft): Language {
    const found = draft.end - draft.start > 40 ? detectLanguage(text, draft.start, draft.end) : 'und';
    return found === 'und' ? passage(draft) : found;
  }
}
