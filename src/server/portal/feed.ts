import type { addressesInPortal, changesInPortal } from '../../operations/index.ts';
import { html } from './html.ts';
import { permanent, type Speech } from './speech.ts';

type Changes = Awaited<ReturnType<typeof changesInPortal>>;

/** What is new, changed or withdrawn (RFC 4287; withdrawn items as tombstones, RFC 6721), the latest first. */
export function atomFeed(speech: Speech, changes: Changes, sector: string | null): string {
  const { t, locale, origin } = speech;
  const path = sector === null ? 'feed.atom' : `feed/${sector}.atom`;
  const name = sector === null ? t('portal.title') : `${t('portal.title')}: ${t(`sector.${sector}` as 'sector.other')}`;
  const entries = changes.map((one) => {
    const address = permanent(speech, one.id);
    if (one.state !== 'public') return html`<at:deleted-entry ref="${address}" when="${iso(one.changedAt)}"/>\n`;
    return html`<entry>
<id>${address}</id>
<title${one.language && one.language !== 'und' && html` xml:lang="${one.language}"`}>${(one.title ?? '').slice(0, 300).toWellFormed()}</title>
<link rel="alternate" type="text/html" href="${origin}${speech.page(one.id)}"/>
<published>${iso(one.firstAt)}</published>
<updated>${iso(one.changedAt)}</updated>
<category term="${one.kind}"/>${one.sector && html`<category term="${one.sector}" label="${t(`sector.${one.sector}` as 'sector.other')}"/>`}
</entry>\n`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>\n${
    html`<feed xmlns="http://www.w3.org/2005/Atom" xmlns:at="http://purl.org/atompub/tombstones/1.0" xml:lang="${locale}">
<id>${origin}${speech.page(path)}</id>
<title>${name}</title>
<author><name>${t('portal.title')}</name></author>
<link rel="self" type="application/atom+xml" href="${origin}${speech.page(path)}"/>
<link rel="alternate" type="text/html" href="${origin}${speech.page('')}"/>
<updated>${iso(changes[0]?.changedAt ?? '1970-01-01T00:00:00Z')}</updated>
${entries}</feed>`.text
  }\n`;
}

function iso(instant: string): string {
  return new Date(instant).toISOString();
}

/** Addresses of one sitemap at most (sitemaps.org). */
export const SITEMAP_SIZE = 40_000;

export function sitemap({ origin }: Speech, addresses: Awaited<ReturnType<typeof addressesInPortal>>): string {
  const urls = addresses.map(
    ({ id, changedAt }) => html`<url><loc>${origin}/public/${id}</loc><lastmod>${iso(changedAt)}</lastmod></url>\n`,
  );
  const pages = ['', 'works', 'figures', 'about'].map(
    (path) => html`<url><loc>${origin}/public/en/${path}</loc></url>\n`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>\n${html`<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${pages}${urls}</urlset>`.text}\n`;
}

/** What crawlers may read: the portal alone; and its sitemaps, as many as there are. */
export function robots(origin: string, maps: number): string {
  const named = Array.from({ length: maps }, (_, index) => `Sitemap: ${origin}/public/sitemap-${index + 1}.xml\n`);
  return `User-agent: *\nAllow: /public/\nDisallow: /\n\n${named.join('')}`;
}
