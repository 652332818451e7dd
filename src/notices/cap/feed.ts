import { attribute, readXml, type XmlElement } from '../xml/read-xml.ts';
import { writeXml, type XmlOut } from '../xml/write-xml.ts';
import { isLive } from './chain.ts';
import { NAMESPACES } from './elements.ts';
import type { CapAlert } from './model.ts';
import { type CapReading, readCapElement } from './read-cap.ts';
import { type CapFinding, capFinding } from './rules.ts';
import { capElement } from './write-cap.ts';

const ATOM = 'http://www.w3.org/2005/Atom';

/** How a feed calls itself; times are ISO instants. */
export interface FeedHead {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
}

/** Whether an alert may stand in what a reader is given: public, or addressed to one of the names the reader has; and never a drill. */
export function mayRead(alert: CapAlert, readers: readonly string[]): boolean {
  if (!isLive(alert)) return false;
  return alert.scope === 'Public' || alert.addresses.some((address) => readers.includes(address));
}

/**
 * Alerts as an Atom feed (RFC 4287; CAP feeds of OASIS), each whole inside its entry, for one reader: what is neither public nor
 * addressed to them is left out, and so are drills.
 */
export function writeCapFeed(
  alerts: readonly CapAlert[],
  { id, title, updated }: FeedHead,
  readers: readonly string[],
): string {
  const entries = alerts.filter((alert) => mayRead(alert, readers)).map(entry);
  const head = [
    text('id', id),
    text('title', title),
    text('updated', updated),
    { name: 'author', content: [text('name', 'Servanda')] },
  ];
  return writeXml({ name: 'feed', attributes: { xmlns: ATOM }, content: [...head, ...entries] });
}

function text(name: string, content: string): XmlOut {
  return { name, content };
}

function entry(alert: CapAlert): XmlOut {
  const [info] = alert.info;
  return {
    name: 'entry',
    content: [
      text('id', `urn:servanda:cap:${encodeURIComponent(alert.sender)}:${encodeURIComponent(alert.identifier)}`),
      text('title', info?.headline ?? info?.event ?? alert.msgType),
      text('updated', alert.sent.replace(/-00:00$/, 'Z')),
      { name: 'content', attributes: { type: 'application/cap+xml' }, content: [capElement(alert)] },
    ],
  };
}

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly updated: string;
  /** Where the alert is kept, in the feed's words. It is not fetched. */
  readonly link: string | null;
  /** The alert inside the entry, held to every rule; null where the entry only points to one. */
  readonly reading: CapReading | null;
}

const LIMITS = { bytes: 32 * 1024 * 1024, depth: 32, elements: 500_000 } as const;

/** Reads a feed of alerts: its entries, and what is wrong with it as a feed. Nothing is fetched. */
export function readCapFeed(bytes: Uint8Array): { entries: readonly FeedEntry[]; findings: readonly CapFinding[] } {
  const read = readXml(bytes, LIMITS);
  if (!('root' in read)) {
    const { refused, detail, line, column } = read;
    return { entries: [], findings: [capFinding(`xml-${refused}`, { path: '', line, column }, { detail })] };
  }
  const { root } = read;
  if (root.name !== 'feed' || root.space !== ATOM) {
    const place = { path: root.name, line: root.line, column: root.column };
    return { entries: [], findings: [capFinding('not-cap', place, { name: root.name, space: root.space || '–' })] };
  }
  return { entries: root.children.filter(({ name }) => name === 'entry').map(readEntry), findings: [] };
}

function readEntry(element: XmlElement): FeedEntry {
  const said = (name: string) => element.children.find((child) => child.name === name)?.text.trim() ?? '';
  const links = element.children.filter(({ name }) => name === 'link');
  const link = links.find((one) => attribute(one, 'type') === 'application/cap+xml') ?? links[0];
  const alert = element.children
    .filter(({ name }) => name === 'content')
    .flatMap(({ children }) => children)
    .find(({ name, space }) => name === 'alert' && space in NAMESPACES);
  return {
    ...{ id: said('id'), title: said('title'), updated: said('updated') },
    link: link ? attribute(link, 'href') : null,
    reading: alert ? readCapElement(alert) : null,
  };
}
