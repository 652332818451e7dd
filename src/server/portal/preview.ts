import type { PublicItem } from '../../operations/index.ts';
import type { PublicView } from '../../register/index.ts';
import { frame } from './frame.ts';
import { html } from './html.ts';
import { citedOf, commitmentPage, taskPage, textPage, workPage } from './item-pages.ts';
import type { Speech } from './speech.ts';
import { portalStyle } from './style.ts';

const NOTHING = { rows: [], total: 0, parts: {} as never, works: new Map<string, string>() };

/** An item as anybody would read it, with a line that it is not public yet. */
export function previewPage(
  speech: Speech,
  { id, view }: { readonly id: string; readonly view: PublicView },
  now: string,
): string {
  const item: PublicItem = { id, view, firstAt: now, changedAt: now };
  const page = pageOf(speech, item, now.slice(0, 10));
  const main = html`<p class="preview" role="status">${speech.t('portal.preview')}</p>${page.main}`;
  return frame(speech, { ...page, main }, now, portalStyle().hash);
}

function pageOf(speech: Speech, { view, ...item }: PublicItem, day: string) {
  const cited = citedOf(speech, { ...item, view }, view.kind === 'work' ? view.parties : [], day);
  switch (view.kind) {
    case 'work':
      return workPage(speech, { ...item, view }, [], NOTHING, cited);
    case 'text':
      return textPage(speech, { ...item, view }, { commitments: [], work: false, texts: [] }, cited);
    case 'task':
      return taskPage(speech, { ...item, view }, []);
    case 'commitment':
      return commitmentPage(speech, { ...item, view }, { work: false, text: false, tasks: [] }, [], cited);
  }
}
