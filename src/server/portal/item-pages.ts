import type {
  besideInPortal,
  Gone,
  PublicItem,
  registerInPortal,
  textInPortal,
  worksInPortal,
} from '../../operations/index.ts';
import type { PublicTask, ViewOf } from '../../register/index.ts';
import { type Cited, citations } from './citations.ts';
import { type PortalPage, words } from './frame.ts';
import { type Html, html } from './html.ts';
import { type CommitmentItem, entry } from './register-page.ts';
import { permanent, type Speech, sayDay, sayFields, sayLanguage, sayParties, saySource, sayUnit } from './speech.ts';

type Beside = Awaited<ReturnType<typeof besideInPortal>>;

function pageOf(id: string, title: string, place: PortalPage['place'], main: Html): PortalPage {
  const forms = [['application/json', `/public/${id}.json`]] as const;
  return { title, path: id, canonical: `/public/${id}`, place, description: title.slice(0, 200), forms, main };
}

function short(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79).toWellFormed()}…` : text;
}

/** What a citation of an item is made of; tasks are not cited by themselves. */
export function citedOf(speech: Speech, { id, view }: PublicItem, parties: readonly string[], day: string): Cited {
  const from = { id, parties, day, address: permanent(speech, id) };
  if (view.kind === 'work') return { ...from, title: view.title, date: view.date, path: '', language: '' };
  if (view.kind === 'task') return { ...from, title: view.title, date: null, path: '', language: '' };
  const path = view.kind === 'commitment' ? view.path : '';
  return { ...from, title: view.work.title, date: view.work.date, path, language: view.language };
}

function citing(speech: Speech, cited: Cited): Html {
  const { t } = speech;
  return html`<section aria-labelledby="cite" class="cite">
<h2 id="cite">${t('portal.cite')}</h2>
<p>${t('portal.address')} <code>${cited.address}</code></p>
<p class="soft">${t('portal.cite-explain')} <a href="/public/${cited.id}.bib">BibTeX</a> <a href="/public/${cited.id}.ris">RIS</a></p>
<dl>${citations(speech, cited).map(({ style, words: said }) => html`<dt>${style}</dt><dd><pre tabindex="0" dir="auto">${said}</pre></dd>`)}</dl>
</section>`;
}

/** One commitment: its words and fields, where they stand, the thread it is in, what is done for it, and how to cite it. */
export function commitmentPage(
  speech: Speech,
  item: CommitmentItem,
  beside: Beside,
  thread: readonly CommitmentItem[],
  cited: Cited,
): PortalPage {
  const { t } = speech;
  const { view } = item;
  const { context, source, work } = view;
  const main = html`<article>
<p class="crumb"><a href="${speech.page('')}">${t('portal.register')}</a> › ${t(`kind.${view.fields.kind ?? 'commitment'}`)}</p>
<h1 class="visually-hidden">${t(`kind.${view.fields.kind ?? 'commitment'}`)}${view.path !== '' && `, ${view.path}`}: ${work.title}</h1>
<blockquote lang="${view.language}" dir="auto">${context?.before && html`<span class="soft">${context.before}</span>`}<strong>${view.quote}</strong>${context?.after && html`<span class="soft">${context.after}</span>`}</blockquote>
<p class="of">${beside.work ? html`<a href="${speech.page(work.id)}" dir="auto">${work.title}</a>` : html`<span dir="auto">${work.title}</span>`} · ${saySource(speech, work)}${view.path !== '' && html` · ${t('portal.provision', { path: view.path })}`}${beside.text && html` · <a href="${speech.page(view.text.id)}#${item.id}">${t('portal.in-text')}</a>`}</p>
<dl class="fields">${sayFields(speech, view).map(([name, value]) => html`<dt>${name}</dt><dd dir="auto">${value}</dd>`)}</dl>
${view.versions.length > 0 && html`<section aria-labelledby="versions"><h2 id="versions">${t('portal.versions')}</h2>${view.versions.map((one) => html`<h3>${sayLanguage(speech, one.language)}</h3>${words(one.language, one.quote, 'q')}`)}</section>`}
${thread.length > 1 && threadList(speech, item.id, thread)}
${beside.tasks.length > 0 && html`<section aria-labelledby="tasks"><h2 id="tasks">${t('portal.tasks')}</h2>${taskTable(speech, beside.tasks)}</section>`}
${source !== null && html`<section aria-labelledby="source"><h2 id="source">${t('portal.source')}</h2><p>${t('portal.source-explain')}</p><dl class="fields"><dt>${t('column.file')}</dt><dd dir="auto">${source.file}${source.page !== null && html` · ${t('column.page')} ${source.page}`}</dd><dt>${t('column.sha256')}</dt><dd><code>${source.sha256}</code></dd><dt>${t('field.span')}</dt><dd>${source.start}–${source.end}</dd></dl></section>`}
${citing(speech, cited)}
${stamps(speech, item)}
</article>`;
  return pageOf(item.id, short(view.quote), 'register', main);
}

function stamps(speech: Speech, { firstAt, changedAt, id }: PublicItem): Html {
  const { t } = speech;
  const first = t('portal.first', { day: sayDay(speech, firstAt) });
  const since = firstAt === changedAt ? null : html` · ${t('portal.since', { day: sayDay(speech, changedAt) })}`;
  return html`<p class="when">${first}${since} · <a href="/public/${id}.json">JSON</a></p>`;
}

function threadList(speech: Speech, here: string, thread: readonly CommitmentItem[]): Html {
  const { t } = speech;
  const known = new Map(thread.map((one) => [one.id, one]));
  const step = (one: CommitmentItem) => {
    const from = one.view.lineage.filter(({ earlier }) => known.has(earlier));
    const said = from.map(
      ({ earlier, relation }) =>
        html`<span class="relation">${t(`relation.${relation}`)}</span> ${t('portal.from', { day: sayDay(speech, known.get(earlier)?.view.work.date ?? null) })} `,
    );
    const link = html`<a class="quote" href="${speech.page(one.id)}" lang="${one.view.language}" dir="auto"${one.id === here && html` aria-current="page"`}>${one.view.quote}</a>`;
    return html`<li><p class="of">${sayDay(speech, one.view.work.date)} · <span dir="auto">${one.view.work.title}</span></p>${link}${said.length > 0 && html`<p class="tags">${said}</p>`}</li>`;
  };
  return html`<section aria-labelledby="thread"><h2 id="thread">${t('portal.thread')}</h2><ol class="thread">${thread.map(step)}</ol></section>`;
}

function standingOf({ t }: Speech, { standing }: PublicTask): string {
  if (standing === null) return '—';
  return standing.outcome === null
    ? t(`lifecycle.${standing.lifecycle}` as 'lifecycle.closed')
    : t(`outcome.${standing.outcome}` as 'outcome.done');
}

/** Public tasks with where they stand, as each side says of its own. */
export function taskTable(speech: Speech, tasks: readonly PublicItem<PublicTask>[]): Html {
  const { t } = speech;
  const row = ({ id, view }: PublicItem<PublicTask>) =>
    html`<tr id="${id}"><th scope="row" dir="auto"><a href="${speech.page(id)}">${view.title}</a></th><td>${sayParties(speech, [view.party])}${view.lead && html` · <span dir="auto">${sayUnit(speech, view.lead)}</span>`}</td><td>${view.due === null ? '—' : sayDay(speech, view.due)}</td><td>${standingOf(speech, view)}${view.standing?.ended && html` · ${sayDay(speech, view.standing.ended)}`}</td></tr>`;
  return html`<div class="wide" tabindex="0" role="region" aria-label="${t('portal.tasks')}"><table><thead><tr><th scope="col">${t('portal.task')}</th><th scope="col">${t('portal.whose')}</th><th scope="col">${t('column.due')}</th><th scope="col">${t('portal.standing')}</th></tr></thead><tbody>${tasks.map(row)}</tbody></table></div>`;
}

/** A task by itself: where it stands, and the public commitments it serves. */
export function taskPage(speech: Speech, item: PublicItem<PublicTask>, served: readonly CommitmentItem[]): PortalPage {
  const { t } = speech;
  const main = html`<article><p class="crumb">${t('portal.task')}</p><h1 dir="auto">${item.view.title}</h1>
${taskTable(speech, [item])}
${served.length > 0 && html`<h2>${t('portal.serves')}</h2><ol class="entries">${served.map((one) => entry(speech, one))}</ol>`}
${stamps(speech, item)}</article>`;
  return pageOf(item.id, item.view.title, null, main);
}

/** A work: its texts and its public commitments in order. */
export function workPage(
  speech: Speech,
  item: PublicItem<ViewOf<'work'>>,
  texts: readonly { readonly id: string; readonly language: string | null }[],
  { rows, total }: Awaited<ReturnType<typeof registerInPortal>>,
  cited: Cited,
): PortalPage {
  const { t } = speech;
  const { title, parties } = item.view;
  const more =
    total > rows.length &&
    html`<p><a href="${speech.page(`?work=${item.id}`)}">${t('portal.found', { count: total })}</a></p>`;
  const main = html`<article>
<p class="crumb"><a href="${speech.page('works')}">${t('portal.works')}</a> › ${saySource(speech, item.view)}</p>
<h1 dir="auto">${title}</h1>
${parties.length > 0 && html`<p>${sayParties(speech, parties)}</p>`}
${texts.length > 0 && html`<h2>${t('portal.texts')}</h2><ul class="texts">${texts.map((one) => html`<li><a href="${speech.page(one.id)}">${sayLanguage(speech, (one.language ?? 'und') as 'und')}</a></li>`)}</ul>`}
${rows.length > 0 && html`<h2>${t('portal.found', { count: total })}</h2><ol class="entries">${rows.map((row) => entry(speech, row))}</ol>${more}`}
${citing(speech, cited)}
${stamps(speech, item)}
</article>`;
  return pageOf(item.id, title, 'works', main);
}

/** All public works. */
export function worksPage(speech: Speech, works: Awaited<ReturnType<typeof worksInPortal>>): PortalPage {
  const { t } = speech;
  const row = (work: (typeof works)[number]) =>
    html`<tr><th scope="row" dir="auto"><a href="${speech.page(work.id)}">${work.view.title}</a></th><td>${t(`work-type.${work.view.type}`)}</td><td>${sayDay(speech, work.view.date)}</td><td>${work.texts.map((one) => html`<a href="${speech.page(one.id)}">${sayLanguage(speech, (one.language ?? 'und') as 'und')}</a> `)}</td><td class="number">${work.commitments > 0 && html`<a href="${speech.page(`?work=${work.id}`)}">${work.commitments}</a>`}</td></tr>`;
  const main = html`<h1>${t('portal.works')}</h1>${
    works.length === 0
      ? html`<p>${t('portal.nothing')}</p>`
      : html`<div class="wide" tabindex="0" role="region" aria-label="${t('portal.works')}"><table><thead><tr><th scope="col">${t('column.work')}</th><th scope="col">${t('column.kind')}</th><th scope="col">${t('column.date')}</th><th scope="col">${t('portal.texts')}</th><th scope="col" class="number">${t('portal.register')}</th></tr></thead><tbody>${works.map(row)}</tbody></table></div>`
  }`;
  return { title: t('portal.works'), path: 'works', canonical: `/public/${speech.locale}/works`, place: 'works', main };
}

/** A text with its structure; published commitments in it are links. */
export function textPage(
  speech: Speech,
  item: PublicItem<ViewOf<'text'>>,
  { commitments, work, texts }: Awaited<ReturnType<typeof textInPortal>>,
  cited: Cited,
): PortalPage {
  const { t } = speech;
  const { view } = item;
  const others = texts.filter(({ id }) => id !== item.id);
  const main = html`<article>
<p class="crumb">${work ? html`<a href="${speech.page(view.work.id)}" dir="auto">${view.work.title}</a>` : html`<span dir="auto">${view.work.title}</span>`} › ${sayLanguage(speech, view.language)}</p>
<h1 class="visually-hidden">${view.work.title} (${sayLanguage(speech, view.language)})</h1>
<p class="of">${saySource(speech, view.work)}${others.map((one) => html` · <a href="${speech.page(one.id)}">${sayLanguage(speech, (one.language ?? 'und') as 'und')}</a>`)} · <a href="/public/${item.id}.txt">TXT</a></p>
<div class="text" lang="${view.language === 'und' ? '' : view.language}" dir="${view.language === 'fa' ? 'rtl' : 'ltr'}">${paragraphs(speech, view, commitments)}</div>
${view.file !== null && html`<p class="when">${view.file.name} · ${t('column.sha256')} <code>${view.file.sha256}</code></p>`}
${citing(speech, cited)}
${stamps(speech, item)}
</article>`;
  return pageOf(item.id, `${view.work.title} (${sayLanguage(speech, view.language)})`, 'works', main);
}

function paragraphs(
  speech: Speech,
  { text, provisions }: ViewOf<'text'>,
  commitments: readonly CommitmentItem[],
): Html[] {
  // A text corrected since has its words elsewhere: only what still stands where it says is marked.
  const marks = commitments
    .map(({ id, view }) => ({
      id,
      start: view.text.start,
      end: view.text.start + view.quote.length,
      quote: view.quote,
    }))
    .filter(({ start, end, quote }) => text.slice(start, end) === quote);
  return provisions.map(({ start, end, role, level }) => {
    const inside = marks.filter((mark) => mark.start >= start && mark.start < end);
    const pieces: Html[] = [];
    let at = start;
    for (const mark of inside) {
      if (mark.start < at) continue;
      const to = Math.min(mark.end, end);
      pieces.push(
        html`${text.slice(at, mark.start)}<a class="mark" id="${mark.id}" href="${speech.page(mark.id)}">${text.slice(mark.start, to)}</a>`,
      );
      at = to;
    }
    pieces.push(html`${text.slice(at, end)}`);
    if (role !== 'heading') return html`<p class="${role}" dir="auto">${pieces}</p>`;
    return level <= 1 ? html`<h2 dir="auto">${pieces}</h2>` : html`<h3 dir="auto">${pieces}</h3>`;
  });
}

/** What is left of an item that was withdrawn: that it was, and when. */
export function gonePage(speech: Speech, { id, changedAt, firstAt }: Gone): PortalPage {
  const { t } = speech;
  const main = html`<h1>${t('portal.gone')}</h1><p>${t('portal.gone-explain', { first: sayDay(speech, firstAt), day: sayDay(speech, changedAt) })}</p><p><a href="${speech.page('')}">${t('portal.register')}</a></p>`;
  return pageOf(id, t('portal.gone'), null, main);
}

export function missingPage(speech: Speech): PortalPage {
  const { t } = speech;
  const main = html`<h1>${t('portal.missing')}</h1><p>${t('portal.missing-explain')}</p><p><a href="${speech.page('')}">${t('portal.register')}</a></p>`;
  return { title: t('portal.missing'), path: '', canonical: `/public/${speech.locale}/`, place: null, main };
}

export function aboutPage(speech: Speech): PortalPage {
  const { t } = speech;
  const parts = ['what', 'who', 'addresses', 'data', 'privacy'] as const;
  const main = html`<h1>${t('portal.about')}</h1>${parts.map((part) => html`<h2>${t(`portal.about-${part}`)}</h2><p>${t(`portal.about-${part}-text`)}</p>`)}
<ul><li><a href="${speech.page('feed.atom')}">${t('portal.feed')}</a></li><li><a href="/public/commitments.csv">CSV</a></li><li><a href="/public/commitments.json">JSON</a></li><li><a href="/public/sitemap.xml">sitemap.xml</a></li></ul>`;
  return { title: t('portal.about'), path: 'about', canonical: `/public/${speech.locale}/about`, place: 'about', main };
}
