import { Readability } from '@mozilla/readability';
import iconv from 'iconv-lite';
import type { Message } from '../../kernel/index.ts';
import type { SourceFile } from '../model.ts';
import { decodeText } from './decode.ts';
import { linkedom, type Node } from './dom.ts';
import type { Extract } from './extract.ts';
import { htmlText, type PageText } from './html-text.ts';

/** Share of the page's long passages an article must keep to be trusted as the statement. */
const KEPT = 0.6;
const LONG = 100;
/** The bar that web archives put over the pages they keep. */
const ARCHIVE_BAR = /<!-- BEGIN WAYBACK TOOLBAR INSERT -->[\s\S]*?<!-- END WAYBACK TOOLBAR INSERT -->/g;

/**
 * Reads a web page: its article where Readability finds one that keeps the long passages, else the whole body; menus
 * and other clutter are put aside and counted in a message.
 */
export function readHtml({ bytes }: SourceFile): Extract {
  const { text, encoding, messages } = decodeHtml(bytes);
  const html = text.replace(ARCHIVE_BAR, '');
  const whole = htmlText(body(html));
  const article = readArticle(html);
  const kept = article && keepsPassages(article, whole) ? article : whole;
  return {
    text: kept.text,
    encoding,
    hints: kept.hints,
    messages: [...messages, ...clutter(whole, kept), ...kept.messages],
  };
}

function body(html: string): Node {
  const { document } = linkedom().parseHTML(/<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`);
  return (document.body ?? document) as unknown as Node;
}

function readArticle(html: string): PageText | null {
  const { document } = linkedom().parseHTML(html);
  try {
    const article = new Readability<string>(document as never, { disableJSONLD: true }).parse();
    if (!article?.content) return null;
    const title = article.title?.trim() ?? '';
    const page = body(`<html><body>${article.content}</body></html>`);
    const words = (page.textContent ?? '').slice(0, 600);
    const heading = title !== '' && !words.includes(title) ? `<h1>${escaped(title)}</h1>` : '';
    return htmlText(body(`<html><body>${heading}${article.content}</body></html>`));
  } catch {
    return null;
  }
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function keepsPassages(article: PageText, whole: PageText): boolean {
  const long = (page: PageText) => page.text.split('\n').filter((line) => line.length >= LONG);
  const kept = new Set(long(article));
  const all = long(whole);
  if (all.length === 0) return article.text.length > whole.text.length * KEPT;
  return all.filter((line) => kept.has(line)).length >= all.length * KEPT;
}

function clutter(whole: PageText, kept: PageText): Message[] {
  const have = new Set(kept.text.split('\n'));
  const lines = whole.text.split('\n').filter((line) => line !== '' && !have.has(line));
  if (lines.length === 0) return [];
  return [{ severity: 'info', id: 'document.page-clutter-left-out', details: { count: lines.length } }];
}

/** UTF-8 that is valid is believed before a `charset` in the page; otherwise what the page declares. */
function decodeHtml(bytes: Uint8Array): { text: string; encoding: string; messages: readonly Message[] } {
  const decoded = decodeText(bytes);
  if (decoded.encoding.startsWith('utf-')) return decoded;
  const head = iconv.decode(bytes.subarray(0, 4096), 'latin1');
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  if (!declared || declared.startsWith('utf') || !iconv.encodingExists(declared)) return decoded;
  const details = { encoding: declared };
  return {
    text: iconv.decode(bytes, declared),
    encoding: declared,
    messages: [{ severity: 'info', id: 'document.encoding-converted', details }],
  };
}
