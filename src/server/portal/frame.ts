import { LOCALES, type Locale } from '../../kernel/index.ts';
import { type Html, html, type Piece } from './html.ts';
import type { Speech } from './speech.ts';
import { sayDay } from './speech.ts';

/** A page of the portal before it is framed. */
export interface PortalPage {
  readonly title: string;
  /** The same page in each language, without `/public/<language>/`. */
  readonly path: string;
  /** Its address for search engines and citations, without the origin. */
  readonly canonical: string;
  readonly main: Html;
  /** Which of the places in the header it belongs to. */
  readonly place: 'register' | 'works' | 'figures' | 'about' | null;
  readonly description?: string;
  /** Other forms of the same: type and address. */
  readonly forms?: readonly (readonly [type: string, address: string])[];
}

const OWN_NAMES: Readonly<Record<Locale, string>> = { vi: 'Tiếng Việt', en: 'English', zh: '中文' };

/** A whole page: the head, the places, the languages, and below when anything public last changed (ISO instant). */
export function frame(speech: Speech, page: PortalPage, changedAt: string | null, style: string): string {
  const { t, locale, origin } = speech;
  const place = (name: NonNullable<PortalPage['place']>, path: string) =>
    html`<a href="${speech.page(path)}"${page.place === name && html` aria-current="page"`}>${t(`portal.${name}`)}</a>`;
  return `<!doctype html>\n${
    html`<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title} · ${t('portal.title')}</title>
${page.description && html`<meta name="description" content="${page.description}">`}
<link rel="canonical" href="${origin}${page.canonical}">
${LOCALES.map((each) => html`<link rel="alternate" hreflang="${each}" href="${origin}/public/${each}/${page.path}">\n`)}
<link rel="alternate" type="application/atom+xml" title="${t('portal.feed')}" href="${speech.page('feed.atom')}">
${page.forms?.map(([type, address]) => html`<link rel="alternate" type="${type}" href="${address}">\n`)}
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/public/portal.css?${style}">
</head>
<body>
<a class="skip" href="#main">${t('shell.skip')}</a>
<header class="top">
<a class="name" href="${speech.page('')}">${t('portal.title')}</a>
<nav aria-label="${t('shell.pages')}">${place('register', '')} ${place('works', 'works')} ${place('figures', 'figures')} ${place('about', 'about')}</nav>
<nav aria-label="${t('shell.language')}" class="languages">${LOCALES.map((each) => language(each, locale, page.path))}</nav>
</header>
<main id="main" tabindex="-1">
${page.main}
</main>
<footer>
<p>${changedAt === null ? t('portal.nothing') : t('portal.changed', { day: sayDay(speech, changedAt) })} <a href="${speech.page('feed.atom')}">${t('portal.feed')}</a></p>
<p>${t('portal.no-cookies')}</p>
</footer>
</body>
</html>`.text
  }`;
}

function language(each: Locale, locale: Locale, path: string): Piece {
  return html`<a href="/public/${each}/${path}" lang="${each}" hreflang="${each}"${each === locale && html` aria-current="true"`}>${OWN_NAMES[each]}</a> `;
}

/** Words in their own language and direction. */
export function words(language: string, text: string, tag: 'q' | 'p' | 'span' = 'span'): Html {
  const lang = language === 'und' ? '' : language;
  const open = html` lang="${lang}" dir="auto"`;
  if (tag === 'p') return html`<p${open}>${text}</p>`;
  return tag === 'q' ? html`<blockquote${open}>${text}</blockquote>` : html`<span${open}>${text}</span>`;
}
