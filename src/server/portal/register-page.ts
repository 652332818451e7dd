import { formatNumber } from '../../i18n/index.ts';
import type { Language } from '../../kernel/index.ts';
import type { PORTAL_PARTS, PortalFilter, PortalPart, PublicItem, registerInPortal } from '../../operations/index.ts';
import type { ViewOf } from '../../register/index.ts';
import type { PortalPage } from './frame.ts';
import { type Html, html } from './html.ts';
import { type Speech, sayDay, sayLanguage, saySource } from './speech.ts';

type Register = Awaited<ReturnType<typeof registerInPortal>>;
export type CommitmentItem = PublicItem<ViewOf<'commitment'>>;

/** Commitments on one page. */
export const PER_PAGE = 50;

/** Parts a reader can choose of, in the order they stand. */
const CHOICES = ['sector', 'strength', 'form', 'work', 'year', 'language'] as const satisfies typeof PORTAL_PARTS;

/** The name of a part, and of one of its values. */
export function sayPart({ t }: Speech, part: PortalPart): string {
  if (part === 'year') return t('portal.year');
  return t(`column.${part === 'form' ? 'kind' : part}`);
}

export function sayValue(speech: Speech, part: PortalPart, value: string, works: ReadonlyMap<string, string>): string {
  const { t } = speech;
  if (part === 'work') return works.get(value) ?? t('portal.work-not-public');
  if (part === 'language') return sayLanguage(speech, value as Language);
  if (part === 'year') return value;
  return t(`${part === 'form' ? 'kind' : part}.${value}` as 'kind.record');
}

/** An address part that keeps the filter; `more` replaces what it names. */
export function writeFilter(filter: PortalFilter, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...filter, ...more })) {
    for (const one of Array.isArray(value) ? value : [value]) if (one) query.append(name, String(one));
  }
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The list of what was published, narrowed; `page` counts from 1. */
export function registerPage(speech: Speech, register: Register, filter: PortalFilter, page: number): PortalPage {
  const { t, locale } = speech;
  const query = writeFilter(filter, page > 1 ? { page: String(page) } : {});
  const narrowed = Object.keys(filter).some((name) => (filter[name as keyof PortalFilter]?.length ?? 0) > 0);
  return {
    title: t('portal.register'),
    path: query,
    canonical: `/public/${locale}/${query}`,
    place: 'register',
    description: t('portal.lead'),
    forms: [
      ['text/csv', `/public/commitments.csv${writeFilter(filter)}`],
      ['application/json', `/public/commitments.json${writeFilter(filter)}`],
    ],
    main: html`<h1>${t('portal.register')}</h1>
<p class="lead">${t('portal.lead')}</p>
${choiceForm(speech, register, filter)}
<section aria-labelledby="found">
<h2 id="found" class="found">${t('portal.found', { count: register.total })}</h2>
<p class="take">${downloads(speech, 'commitments', filter)}${narrowed && html` · <a href="${speech.page('')}">${t('portal.all')}</a>`}</p>
${register.total === 0 ? html`<p>${t(narrowed ? 'portal.none-here' : 'portal.nothing')}</p>` : html`<ol class="entries" start="${(page - 1) * PER_PAGE + 1}">${register.rows.map((row) => entry(speech, row))}</ol>`}
${pageLinks(speech, register.total, filter, page)}
</section>`,
  };

  function pageLinks({ t: say }: Speech, total: number, kept: PortalFilter, at: number): Html | null {
    const last = Math.ceil(total / PER_PAGE);
    if (last < 2) return null;
    const to = (number: number) => speech.page(writeFilter(kept, number > 1 ? { page: String(number) } : {}));
    return html`<nav class="pages" aria-label="${say('portal.pages')}">${at > 1 && html`<a rel="prev" href="${to(at - 1)}">${say('portal.before')}</a>`} <span>${say('portal.page', { page: formatNumber(locale, at), last: formatNumber(locale, last) })}</span> ${at < last && html`<a rel="next" href="${to(at + 1)}">${say('portal.after')}</a>`}</nav>`;
  }
}

/** Links to exactly what the page shows, as files. */
export function downloads({ t }: Speech, name: 'commitments' | 'figures', filter: PortalFilter): Html {
  const query = writeFilter(filter);
  return html`${t('portal.download')}: <a href="/public/${name}.csv${query}">CSV</a> <a href="/public/${name}.json${query}">JSON</a>`;
}

function choiceForm(speech: Speech, register: Register, filter: PortalFilter): Html {
  const { t, locale } = speech;
  const choices = CHOICES.filter((part) => register.parts[part].length > 0).map((part) => {
    const chosen = filter[part] ?? [];
    const options = register.parts[part].map(
      ({ value, count }) =>
        html`<option value="${value}"${chosen.includes(value) && html` selected`}>${sayValue(speech, part, value, register.works)} (${formatNumber(locale, count)})</option>`,
    );
    return html`<label><span>${sayPart(speech, part)}</span><select name="${part}"><option value="">${t('portal.any')}</option>${options}</select></label>`;
  });
  return html`<form class="choices" method="get" action="${speech.page('')}" role="search" aria-label="${t('portal.search')}">
<label class="wide"><span>${t('portal.words')}</span><input type="search" name="q" value="${filter.q ?? ''}" dir="auto"></label>
${choices}
<button type="submit">${t('portal.search')}</button>
</form>`;
}

/** A commitment in a list. */
export function entry(speech: Speech, { id, view, changedAt }: CommitmentItem): Html {
  const { t } = speech;
  const { kind, strength, sector, due } = view.fields;
  const tags = [
    kind && t(`kind.${kind}`),
    strength && t(`strength.${strength}`),
    sector && t(`sector.${sector}`),
    due?.to ? t('portal.due', { day: sayDay(speech, due.to) }) : due?.text,
  ].filter(Boolean);
  return html`<li>
<a class="quote" href="${speech.page(id)}" lang="${view.language}" dir="auto">${view.quote}</a>
<p class="of"><span dir="auto">${view.work.title}</span>${view.path !== '' && html` · ${view.path}`} · ${saySource(speech, view.work)}</p>
${tags.length > 0 && html`<p class="tags">${tags.map((tag) => html`<span>${tag}</span> `)}</p>`}
<p class="when">${t('portal.since', { day: sayDay(speech, changedAt) })}</p>
</li>`;
}
