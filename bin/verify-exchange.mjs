// Checks a log of exchange (docs/exchange.md) and needs nothing but Node: node verify-exchange.mjs FILE
import { createHash, createPublicKey, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const canonical = (value) => {
  if (Array.isArray(value)) return `[${value.map(canonical)}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const member = (name) => `${JSON.stringify(name)}:${canonical(value[name])}`;
  return `{${Object.keys(value).sort().map(member).join(',')}}`;
};
const sha256 = (text) => createHash('sha256').update(text).digest('hex');
const isSigned = (text, keys) => {
  const { sig, ...said } = JSON.parse(text);
  const [header, , signature] = sig.split('.');
  const { alg, kid } = JSON.parse(Buffer.from(header, 'base64url'));
  const key = keys.find((one) => one.id === kid && one.node === (said.node ?? said.source));
  const payload = Buffer.from(canonical(said)).toString('base64url');
  const open = key && { key: createPublicKey({ key: key.public, format: 'jwk' }), dsaEncoding: 'ieee-p1363' };
  return (
    !!open &&
    verify(alg === 'ES256' ? 'sha256' : null, `${header}.${payload}`, open, Buffer.from(signature, 'base64url'))
  );
};

/** What is wrong with a log, a sentence each; and how many events and messages it holds. */
export function verifyExchange(text) {
  const all = text.trim().split('\n');
  const [head, ...lines] = all.map((line) => JSON.parse(line));
  const [faults, found] = [[], { events: 0, messages: 0 }];
  let [previous, wanted] = [null, null];
  for (const { event, hash, message } of [...lines, {}]) {
    if (wanted && sha256(message ?? '') !== wanted.hash) faults.push(`the message ${wanted.message} is not there`);
    if (message && !isSigned(message, head.keys)) faults.push(`the message ${wanted?.message} is not as it was signed`);
    if (message) found.messages++;
    wanted = null;
    if (!event) continue;
    if (event.sequence !== ++found.events) faults.push(`event ${found.events} is missing`);
    const { sequence, previous: before } = event;
    if (before !== previous || sha256(canonical(event)) !== hash) faults.push(`event ${sequence} was altered`);
    previous = hash;
    const { receipt, type, hash: of } = event.body;
    if (receipt && !isSigned(receipt, head.keys)) faults.push(`the receipt in event ${sequence} is not as signed`);
    if (receipt && JSON.parse(receipt).hash !== of) faults.push(`the receipt in event ${sequence} is of another`);
    if (type === 'received' || type === 'delivered') wanted = event.body;
  }
  return { faults, ...found };
}
if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(verifyExchange(readFileSync(process.argv[2], 'utf8')));
