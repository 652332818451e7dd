import { Problem } from '../../kernel/index.ts';

/** `SERVANDA_EXCHANGE_PLAIN=1` lets nodes talk without TLS, as on one machine or inside a tunnel. */
function mayBePlain(): boolean {
  return process.env.SERVANDA_EXCHANGE_PLAIN === '1';
}

/**
 * An address of a node: `https://host[:port][/path]`. Only administrators set one; networks of one's own are allowed, for nodes
 * stand there.
 * @throws Problem `input-invalid`
 */
export function assertReachable(address: string): URL {
  const refuse = (reason: string) => new Problem('input-invalid', { field: 'address', reason });
  const url = URL.parse(address);
  if (url === null || !/^https?:$/.test(url.protocol)) throw refuse('no web address');
  if (url.username !== '' || url.password !== '' || url.hash !== '' || url.search !== '') {
    throw refuse('no name, password, ? or # in it');
  }
  if (url.protocol !== 'https:' && !mayBePlain()) throw refuse('https only');
  // Where clouds keep the secrets of a machine, and nothing else.
  if (/^(169\.254\.|\[fe80:|\[::\]|0\.)/.test(url.hostname)) throw refuse('no address of a node');
  return url;
}
