import { attribute, readXml, type XmlElement } from '../xml/read-xml.ts';
import { ATOM } from './feed.ts';
import { type CapReading, placeAlert, unread } from './read-cap.ts';
import { type CapFinding, type CapPlace, type CapRule, capFinding } from './rules.ts';

/** What alerts travel in: a feed of either kind, or a distribution of OASIS (EDXL-DE). */
export type FeedKind = 'atom' | 'rss' | 'edxl-de';

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  /** As the feed writes it; empty where it does not say. */
  readonly updated: string;
  /** Where the alert is kept, in the feed's words. It is not fetched. */
  readonly link: string | null;
  /** The alert inside the entry, held to every rule; null where the entry only points to one. */
  readonly reading: CapReading | null;
}

export interface FeedReading {
  readonly kind: FeedKind | null;
  readonly entries: readonly FeedEntry[];
  /** What is wrong with it as a feed; what is wrong with an alert is told with its entry. */
  readonly findings: readonly CapFinding[];
}

const LIMITS = { bytes: 32 * 1024 * 1024, depth: 32, elements: 500_000 } as const;
const EDXL = /^urn:oasis:names:tc:emergency:EDXL:DE:[12]\.0/;
/** What Atom lets stand in a feed and in an entry (RFC 4287, 4.1.1 and 4.1.2); elements of other namespaces are let through. */
const COMMON = ['author', 'category', 'contributor', 'id', 'link', 'rights', 'title', 'updated'];
const IN_FEED = [...COMMON, 'generator', 'icon', 'logo', 'subtitle', 'entry'];
const IN_ENTRY = [...COMMON, 'content', 'published', 'source', 'summary'];

/** Reads a feed of alerts (Atom, RSS 2.0, EDXL-DE): its entries, and what is wrong with it as a feed. Nothing is fetched. */
export function readCapFeed(bytes: Uint8Array): FeedReading {
  const read = readXml(bytes, LIMITS);
  if ('root' in read) return readFeedElement(read.root);
  const { refused, line, column, detail } = read;
  const finding = capFinding(`xml-${refused}`, { path: '', line, column }, { detail });
  return { kind: null, entries: [], findings: [finding] };
}

/** Everything found in a file of alerts, whether it is one alert or a feed of them, in the order of the file. */
export function checkCapFile(bytes: Uint8Array): readonly CapFinding[] {
  const read = readXml(bytes, LIMITS);
  if (!('root' in read)) return unread(read).findings;
  if (feedKind(read.root) === null) return placeAlert(read.root, read.root.name).findings;
  const { entries, findings } = readFeedElement(read.root);
  const inside = entries.flatMap(({ reading }) => reading?.findings ?? []);
  return [...findings, ...inside].sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Whether an element begins a feed of some kind. */
function feedKind({ name, space }: XmlElement): FeedKind | null {
  if (name === 'feed' && space === ATOM) return 'atom';
  if (name === 'rss' && space === '') return 'rss';
  return name === 'EDXLDistribution' && EDXL.test(space) ? 'edxl-de' : null;
}

/** Reads a feed that was parsed already. */
function readFeedElement(root: XmlElement): FeedReading {
  const kind = feedKind(root);
  const findings: CapFinding[] = [];
  const say = (rule: CapRule, element: XmlElement, path: string, details: CapFinding['details'] = {}) =>
    findings.push(capFinding(rule, placeOf(element, path), details));
  if (kind === null) {
    say('not-cap', root, root.name, { name: root.name, space: root.space || '–' });
    return { kind, entries: [], findings };
  }
  const holder = kind === 'rss' ? child(root, 'channel') : root;
  if (!holder) say('feed-part-missing', root, 'rss', { name: 'channel', parent: 'rss' });
  const path = kind === 'rss' ? 'rss/channel' : root.name;
  const name = { atom: 'entry', rss: 'item', 'edxl-de': 'contentObject' }[kind];
  if (holder && kind === 'atom') checkAtom(holder, path, ['id', 'title', 'updated'], IN_FEED, say);
  const entries = (holder?.children ?? [])
    .filter((one) => one.name === name)
    .map((one, index) => {
      const at = `${path}/${name}[${index + 1}]`;
      const entry = readEntry(one, at);
      if (kind === 'atom') checkAtom(one, at, ['id', 'title', 'updated'], IN_ENTRY, say);
      if (kind === 'rss' && entry.title === '' && said(one, 'description') === '')
        say('feed-part-missing', one, at, { name: 'title', parent: name });
      if (entry.reading === null && entry.link === null) say('feed-entry-empty', one, at);
      return entry;
    });
  const pointing = entries.filter(({ reading, link }) => reading === null && link !== null).length;
  if (pointing > 0) say('feed-index', root, path, { count: pointing });
  return { kind, entries, findings };
}

type Say = (rule: CapRule, element: XmlElement, path: string, details?: CapFinding['details']) => void;

function checkAtom(element: XmlElement, path: string, needed: readonly string[], known: readonly string[], say: Say) {
  for (const name of needed)
    if (said(element, name) === '') say('feed-part-missing', element, path, { name, parent: element.name });
  for (const { name, space, ...place } of element.children)
    if (space === ATOM && !known.includes(name))
      say('feed-part-unknown', { name, space, ...place }, `${path}/${name}`, { name, parent: element.name });
}

function readEntry(element: XmlElement, path: string): FeedEntry {
  const alert = alertIn(element, path);
  return {
    id: said(element, 'id') || said(element, 'guid') || said(element, 'contentDescription'),
    title: said(element, 'title') || said(element, 'contentDescription'),
    updated: said(element, 'updated') || said(element, 'pubDate'),
    link: linkOf(element),
    reading: alert && placeAlert(alert.element, alert.path),
  };
}

/** The alert inside an entry, however deep its wrappings (`content`, `xmlContent/embeddedXMLContent`). */
function alertIn(element: XmlElement, path: string): { element: XmlElement; path: string } | null {
  for (const one of element.children) {
    const at = `${path}/${one.name}`;
    const found = one.name === 'alert' ? { element: one, path: at } : alertIn(one, at);
    if (found) return found;
  }
  return null;
}

/** The address of the alert: the link that says it is CAP, else the first that may be one; never of another scheme than the web's. */
function linkOf(element: XmlElement): string | null {
  const links = element.children.filter(({ name }) => name === 'link');
  const typed = links.find((one) => /cap\+xml/.test(attribute(one, 'type') ?? ''));
  const plain = links.find((one) => !/html/.test(attribute(one, 'type') ?? '') && attribute(one, 'rel') !== 'self');
  const link = typed ?? plain;
  const address = link && (attribute(link, 'href') ?? link.text.trim());
  return address && /^https?:\/\//i.test(address) ? address : null;
}

function child(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((one) => one.name === name);
}

function said(element: XmlElement, name: string): string {
  return child(element, name)?.text.trim() ?? '';
}

function placeOf({ line, column }: XmlElement, path: string): CapPlace {
  return { path, line, column };
}
