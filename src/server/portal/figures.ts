import { formatNumber } from '../../i18n/index.ts';
import type { PortalFilter, PortalPart, PublicItem, registerInPortal } from '../../operations/index.ts';
import type { PublicTask } from '../../register/index.ts';
import type { PortalPage } from './frame.ts';
import { type Html, html } from './html.ts';
import { taskTable } from './item-pages.ts';
import { downloads, sayPart, sayValue } from './register-page.ts';
import type { Speech } from './speech.ts';

type Register = Awaited<ReturnType<typeof registerInPortal>>;

/** What is counted, one figure a part. */
const FIGURES = ['sector', 'strength', 'form', 'year', 'work', 'language'] as const satisfies readonly PortalPart[];

export interface FigureRow {
  readonly figure: PortalPart;
  readonly value: string;
  readonly count: number;
}

/** The rows of every figure: exactly what the page shows and its files hold. */
export function figureRows({ parts }: Register): FigureRow[] {
  return FIGURES.flatMap((figure) => {
    const rows = parts[figure].map(({ value, count }) => ({ figure, value, count }));
    return figure === 'year' ? rows.sort((a, b) => (a.value < b.value ? -1 : 1)) : rows;
  });
}

/** How many public commitments there are of each kind, as tables with bars, and where the public tasks stand. */
export function figuresPage(
  speech: Speech,
  register: Register,
  filter: PortalFilter,
  tasks: readonly PublicItem<PublicTask>[],
): PortalPage {
  const { t, locale } = speech;
  const rows = Map.groupBy(figureRows(register), ({ figure }) => figure);
  const main = html`<h1>${t('portal.figures')}</h1>
<p class="lead">${t('portal.figures-lead', { count: formatNumber(locale, register.total) })}</p>
<p class="take">${downloads(speech, 'figures', filter)}</p>
${register.total === 0 && html`<p>${t('portal.nothing')}</p>`}
<div class="figures">${[...rows].map(([figure, values]) => figureTable(speech, figure, values, register))}</div>
${tasks.length > 0 && html`<section aria-labelledby="tasks"><h2 id="tasks">${t('portal.tasks')}</h2><p class="soft">${t('portal.tasks-explain')}</p>${taskTable(speech, tasks)}</section>`}`;
  return {
    title: t('portal.figures'),
    path: 'figures',
    canonical: `/public/${locale}/figures`,
    place: 'figures',
    main,
  };
}

function figureTable(speech: Speech, figure: PortalPart, rows: readonly FigureRow[], { total, works }: Register): Html {
  const { t, locale } = speech;
  const most = Math.max(...rows.map(({ count }) => count), 1);
  const named = rows.reduce((sum, { count }) => sum + count, 0);
  const line = ({ value, count }: FigureRow) =>
    html`<tr><th scope="row" dir="auto"><a href="${speech.page(`?${figure}=${encodeURIComponent(value)}`)}">${sayValue(speech, figure, value, works)}</a></th><td class="number">${formatNumber(locale, count)}</td><td class="bar" aria-hidden="true"><span style="inline-size:${Math.round((count / most) * 100)}%"></span></td></tr>`;
  const rest = total - named;
  return html`<table class="figure"><caption>${sayPart(speech, figure)}</caption><thead class="visually-hidden"><tr><th scope="col">${sayPart(speech, figure)}</th><th scope="col">${t('portal.count')}</th><td></td></tr></thead><tbody>${rows.map(line)}${rest > 0 && html`<tr class="soft"><th scope="row">${t('portal.not-published')}</th><td class="number">${formatNumber(locale, rest)}</td><td></td></tr>`}</tbody></table>`;
}
