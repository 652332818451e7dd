import { BlockList, isIP, isIPv4 } from 'node:net';
import { Problem } from '../../kernel/index.ts';

/** Addresses that are no part of the internet at large (IANA special-purpose registries): machines behind our own walls. */
const INSIDE = new BlockList();
for (const [net, bits] of [
  ...([
    ['0.0.0.0', 8],
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['169.254.0.0', 16],
    ['172.16.0.0', 12],
  ] as const),
  ...([
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['192.168.0.0', 16],
    ['198.18.0.0', 15],
  ] as const),
  ...([
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 4],
    ['240.0.0.0', 4],
  ] as const),
] as const) {
  INSIDE.addSubnet(net, bits, 'ipv4');
}
/** Of the second version only what is given out to the world (2000::/3), but for what maps the first or is for documents. */
const WORLD = new BlockList();
WORLD.addSubnet('2000::', 3, 'ipv6');
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  INSIDE.addSubnet(net, bits, 'ipv6');
}

/** Whether an IP address lies on the internet at large. */
export function isOutside(address: string): boolean {
  if (isIPv4(address)) return !INSIDE.check(address, 'ipv4');
  return isIP(address) === 6 && WORLD.check(address, 'ipv6') && !INSIDE.check(address, 'ipv6');
}

/** `SERVANDA_WEBHOOK_PRIVATE=1` lets addresses of one's own network be told, also without TLS. */
export function mayTellInside(): boolean {
  return process.env.SERVANDA_WEBHOOK_PRIVATE === '1';
}

/** An address that may be told of changes. @throws Problem `input-invalid` */
export function assertTellable(address: string): URL {
  const refuse = (reason: string) => new Problem('input-invalid', { field: 'url', reason });
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) throw refuse('no web address');
  if (url.username !== '' || url.password !== '' || url.hash !== '') throw refuse('no name, password or # in it');
  if (mayTellInside()) return url;
  if (url.protocol !== 'https:') throw refuse('https only');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isOutside(host)) throw refuse('an address of a private network');
  if (host === 'localhost' || /\.(localhost|local|internal|home\.arpa)$/.test(host))
    throw refuse('a name of a private network');
  return url;
}
