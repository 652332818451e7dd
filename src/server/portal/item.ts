import {
  besideInPortal,
  itemInPortal,
  itemsInPortal,
  type Portal,
  type PublicItem,
  registerInPortal,
  textInPortal,
  textsOfWork,
  threadInPortal,
} from '../../operations/index.ts';
import type { ViewOf } from '../../register/index.ts';
import type { Answer } from './answer.ts';
import { citations } from './citations.ts';
import { itemJson } from './files.ts';
import { citedOf, commitmentPage, gonePage, taskPage, textPage, workPage } from './item-pages.ts';
import { type CommitmentItem, PER_PAGE } from './register-page.ts';
import { type Speech, sayDay } from './speech.ts';

/** An address of an item, alone or with the ending of a form it is asked for in. */
const ADDRESS = /^([0-9a-hjkmnp-tv-z]{12})(?:\.(json|bib|ris|txt))?$/;

/** An item as a page or a file; null where the address was never given out. */
export async function answerItem(portal: Portal, speech: Speech, path: string): Promise<Answer | null> {
  const [, id = '', form] = ADDRESS.exec(path) ?? [];
  const found = id === '' ? undefined : await itemInPortal(portal, id);
  if (found === undefined) return null;
  if (found.view === null) {
    if (form === undefined) return { page: gonePage(speech, found), status: 410 };
    const said = speech.t('portal.gone-explain', {
      ...{ first: sayDay(speech, found.firstAt), day: sayDay(speech, found.changedAt) },
    });
    return { type: 'text/plain; charset=utf-8', body: `${said}\n`, status: 410 };
  }
  const item = found as PublicItem;
  if (form === 'json') {
    const body = `${JSON.stringify(itemJson(speech, item), null, 1)}\n`;
    return { type: 'application/json; charset=utf-8', body };
  }
  if (form === 'txt') {
    return item.view.kind === 'text' ? { type: 'text/plain; charset=utf-8', body: item.view.text } : null;
  }
  const cited = citedOf(speech, item, await partiesOf(portal, item), portal.day());
  if (form !== undefined) {
    const style = form === 'bib' ? 'BibTeX' : 'RIS';
    const type = form === 'bib' ? 'application/x-bibtex' : 'application/x-research-info-systems';
    const body = citations(speech, cited).find((one) => one.style === style)?.words ?? '';
    return { type: `${type}; charset=utf-8`, body: `${body}\n` };
  }
  return { page: await pageOfItem(portal, speech, item, cited) };
}

/** The parties of an item's work, where they are public. */
async function partiesOf(portal: Portal, { view }: PublicItem): Promise<readonly string[]> {
  if (view.kind === 'work') return view.parties;
  if (view.kind === 'task') return [view.party];
  const [work] = await itemsInPortal(portal, [view.work.id]);
  return work?.view.kind === 'work' ? work.view.parties : [];
}

async function pageOfItem(portal: Portal, speech: Speech, item: PublicItem, cited: ReturnType<typeof citedOf>) {
  switch (item.view.kind) {
    case 'work': {
      const work = item as PublicItem<ViewOf<'work'>>;
      const register = await registerInPortal(portal, { work: [item.id] }, { offset: 0, limit: PER_PAGE });
      return workPage(speech, work, await textsOfWork(portal, item.id), register, cited);
    }
    case 'text': {
      const text = item as PublicItem<ViewOf<'text'>>;
      return textPage(speech, text, await textInPortal(portal, text), cited);
    }
    case 'task': {
      const task = item as PublicItem<ViewOf<'task'>>;
      const served = await itemsInPortal(portal, task.view.serves);
      return taskPage(
        speech,
        task,
        served.filter((one): one is CommitmentItem => one.view.kind === 'commitment'),
      );
    }
    case 'commitment': {
      const commitment = item as CommitmentItem;
      const beside = await besideInPortal(portal, commitment);
      return commitmentPage(speech, commitment, beside, await threadInPortal(portal, commitment), cited);
    }
  }
}
