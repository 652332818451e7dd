import { type Draft, setAside } from './draft.ts';
import { PATTERNS } from './patterns.ts';
import { isCapitals, namesWork } from './titles.ts';

/** Lines from the top among which an agency's lead and a site's menu stand. */
const TOP = 25;
/** Longest line of a lead. */
const LEAD = 500;
/** Largest share of a text that its lead takes, and a size it may always have. */
const LEAD_SHARE = 0.3;
const LEAD_SIZE = 1200;
/** Fewest lines a page has. */
const PAGE = 6;
/** Letters of a line that is surely a passage of the statement. */
const PASSAGE = 150;
const FULL_STOP = /[.。!?！？؟][”"»’)]*$/;

/** Marks what a page puts around a statement: running heads, menus, the agency's lead, related articles, the byline. */
export function setPageAside(drafts: readonly Draft[]): void {
  markRunningHeads(drafts);
  markMenus(drafts);
  markLead(drafts);
  markRelated(drafts);
  markByline(drafts);
}

/** A short line that comes back page after page, figures aside, is a running head or foot. */
function markRunningHeads(drafts: readonly Draft[]): void {
  const seen = new Map<string, number[]>();
  for (const [i, { core, marker }] of drafts.entries()) {
    if (core.length > 80 || marker !== null || /[.;。；]$|[:：|]/.test(core)) continue;
    const key = core.replace(/[\d۰-۹]+/g, '#');
    const places = seen.get(key);
    if (places) places.push(i);
    else seen.set(key, [i]);
  }
  for (const places of seen.values()) {
    if (places.length < 3 || !places.every((at, i) => i === 0 || at - (places[i - 1] as number) >= PAGE)) continue;
    // A title repeated at the head of each page is still the title the first time.
    const title = namesWork((drafts[places[0] as number] as Draft).core);
    for (const at of title ? places.slice(1) : places) setAside(drafts[at] as Draft, 'running-head');
  }
}

function isMenuWord({ core, marker }: Draft): boolean {
  if (marker !== null || core.length > 25 || /[.:;,。；：，!?]$/.test(core) || isCapitals(core)) return false;
  return core.split(/\s+/).length <= 3 && !(/[\u3400-\u9fff]/.test(core) && core.length > 6) && !namesWork(core);
}

/** Three or more menu words in a row near the top, or one right under contact lines. */
function markMenus(drafts: readonly Draft[]): void {
  for (let i = 0; i < Math.min(drafts.length, TOP) && (drafts[i] as Draft).core.length < PASSAGE; i++) {
    let end = i;
    while (end < drafts.length && isMenuWord(drafts[end] as Draft)) end += 1;
    const under = i > 0 && /contact|timestamp|menu/.test((drafts[i - 1] as Draft).aside ?? '');
    if (end - i >= 3 || (under && end > i)) for (let j = i; j < end; j++) setAside(drafts[j] as Draft, 'menu');
    i = Math.max(i, end - 1);
  }
}

/** The agency's words before the statement ("… presents the full text as follows:"), up to the last such line. */
function markLead(drafts: readonly Draft[]): void {
  const points = drafts.findIndex(({ marker }) => marker?.value != null);
  const limit = Math.min(points < 0 ? drafts.length : points, TOP);
  const last = drafts.slice(0, limit).findLastIndex(({ core }) => core.length <= LEAD && PATTERNS.newsLead.test(core));
  const size = (lines: readonly Draft[]) => lines.reduce((total, { core }) => total + core.length, 0);
  if (size(drafts.slice(0, last + 1)) > Math.max(LEAD_SIZE, size(drafts) * LEAD_SHARE)) return;
  for (let i = 0; i <= last; i++) {
    const draft = drafts[i] as Draft;
    if (i === last || /[.:。：!?؟]$/.test(draft.core)) setAside(draft, 'lead');
  }
}

/** From a "related articles" line on, nothing belongs to the document unless numbered points follow. */
function markRelated(drafts: readonly Draft[]): void {
  const body = drafts.findIndex(({ core }) => core.length >= PASSAGE || /[\u3400-\u9fff]{20}/.test(core));
  const at = drafts.findIndex(
    ({ core }, i) => i > Math.max(2, body) && core.length < 60 && PATTERNS.relatedOpeners.test(core),
  );
  if (at < 0) return;
  const goesOn = drafts.slice(at).some(({ marker, core }) => marker?.value != null && core.length > 60);
  for (const draft of goesOn ? [drafts[at] as Draft] : drafts.slice(at)) setAside(draft, 'related');
}

/** The agency's or author's name at the end: a short line without a full stop after the last sentence. */
function markByline(drafts: readonly Draft[]): void {
  const last = drafts.findLastIndex((draft) => draft.role !== 'furniture');
  const draft = drafts[last];
  if (!draft || last < 3 || draft.core.length > 40 || draft.marker !== null) return;
  if (!draft.afterBlank && !PATTERNS.source.test(draft.core)) return;
  const before = drafts[last - 1] as Draft;
  if (before.role !== 'furniture' && !FULL_STOP.test(before.core)) return;
  if (!/[.;:,。；：،]$/.test(draft.core)) setAside(draft, 'byline');
}
