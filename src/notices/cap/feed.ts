import { writeXml, type XmlOut } from '../xml/write-xml.ts';
import { isLive } from './chain.ts';
import type { CapAlert } from './model.ts';
import { capElement } from './write-cap.ts';

export const ATOM = 'http://www.w3.org/2005/Atom';

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
