import { generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  MESSAGE_RULES,
  publicKeyOf,
  readEnvelope,
  readReceipt,
  readSignature,
  readState,
  SIGNATURE_RULES,
  type SigningKey,
  sealEnvelope,
  signReceipt,
  signState,
} from '../../src/exchange/index.ts';
import { canonicalJson, PROBLEMS, Problem } from '../../src/kernel/index.ts';
import { capModule, readNoticeMessage, waterModule } from '../../src/notices/index.ts';

/** Something that takes in bytes of strangers. `run` throws where it does anything but read or refuse by a rule and place. */
export interface Target {
  readonly name: string;
  readonly seeds: readonly Uint8Array[];
  readonly run: (bytes: Uint8Array) => void;
}

const seed = (name: string) => readFileSync(join(import.meta.dirname, 'seeds', name));
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString();

/** A refusal has a code of the table, and names a rule there is. */
function refusesWell(work: () => unknown, rules: readonly string[] | null): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof Problem) || !(error.code in PROBLEMS)) throw error;
    if (rules !== null && !rules.includes(String(error.details.rule))) throw error;
    if (rules === null && String(error.details.field ?? '') === '') throw error;
  }
}

/** What is found in a file names its rule and place; a file nothing was read of says why. */
function findsWell(
  findings: readonly { readonly id: string; readonly severity: string; readonly line: number }[],
  read: boolean,
): void {
  for (const { id, line } of findings) if (id === '' || line < 1) throw new Error(`found nowhere: ${id} ${line}`);
  if (!read && !findings.some(({ severity }) => severity === 'error'))
    throw new Error('nothing read, and nothing said');
}

function key(): SigningKey {
  const pair = generateKeyPairSync('ed25519');
  const secret = pair.privateKey.export({ format: 'jwk' }) as SigningKey['secret'];
  return { ...publicKeyOf(pair.publicKey.export({ format: 'jwk' })), secret };
}

const [A, B, AT] = ['urn:servanda:xl', 'urn:servanda:xt', '2026-05-02T11:00:00Z'];

/** Messages as they come, and what is in them made canonical again, so that more than their form is tried. */
function envelopes(own: SigningKey): Target[] {
  const said = { thing: 's', kind: 'edit', party: 'XL', at: AT, content: { title: 'x', agenda: ['a'] } };
  const reading = {
    id: 'c',
    version: 2,
    party: 'XL',
    decision: 'corrected',
    commitments: [{ quote: 'q', work: { date: '2026-05-02', parties: ['XL'] } }],
  };
  const parts = { id: '1', source: A, partner: B, subject: 's', time: AT, sequence: 1 };
  const file = { name: 'a', type: 'text/plain', size: 1, sha256: 'a'.repeat(64) };
  const seeds = [
    sealEnvelope({ ...parts, type: 'servanda.session', data: said, attachments: [] }, own),
    sealEnvelope({ ...parts, type: 'servanda.reading', data: reading, attachments: [file] }, own),
  ].map((sealed) => Buffer.from(sealed.text));
  const canonical = (bytes: Uint8Array) => {
    try {
      return Buffer.from(canonicalJson(JSON.parse(text(bytes))));
    } catch {
      return bytes;
    }
  };
  const read = (bytes: Uint8Array) => refusesWell(() => readEnvelope(bytes), MESSAGE_RULES);
  return [
    { name: 'envelope', seeds, run: read },
    { name: 'envelope-canonical', seeds, run: (bytes) => read(canonical(bytes)) },
  ];
}

function statements(own: SigningKey): Target[] {
  const receipt = signReceipt({ message: '1', source: A, hash: 'b'.repeat(64), received: AT, node: B }, own);
  const state = signState(
    {
      node: A,
      partner: B,
      time: AT,
      sent: 1,
      upTo: 1,
      highest: 1,
      missing: [[2, 3]],
      lost: [],
      trusts: [own.id],
      offers: [own.public],
    },
    own,
  );
  const parameters = 'created=1777719600;expires=1777719660;nonce="0123456789abcdef";keyid="k";alg="ed25519"';
  const signed = `sig=("@method" "@target-uri" "content-digest" "content-type");${parameters}`;
  const header = (bytes: Uint8Array) =>
    readSignature({ headers: { 'signature-input': text(bytes), signature: 'sig=:AA==:' } }, Date.parse(AT));
  return [
    { name: 'receipt', seeds: [Buffer.from(receipt)], run: (bytes) => void readReceipt(text(bytes), [own]) },
    { name: 'state', seeds: [Buffer.from(state)], run: (bytes) => void readState(bytes, [own]) },
    {
      name: 'signature',
      seeds: [Buffer.from(signed)],
      run: (bytes) => refusesWell(() => header(bytes), SIGNATURE_RULES),
    },
    {
      name: 'key',
      seeds: [Buffer.from(JSON.stringify(own.public))],
      run: (bytes) => refusesWell(() => publicKeyOf(parsed(bytes)), null),
    },
    {
      name: 'notice',
      seeds: [seed('notice.json')],
      run: (bytes) => refusesWell(() => readNoticeMessage(parsed(bytes)), null),
    },
  ];
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(text(bytes));
  } catch {
    return text(bytes);
  }
}

/** Every reader of what strangers send. */
export async function targets(): Promise<Target[]> {
  const [cap, water, own] = [await capModule(), await waterModule(), key()];
  const alert = (bytes: Uint8Array) => {
    const { alert: found, findings } = cap.readCap(bytes);
    findsWell(findings, found !== null);
    if (found === null || !cap.acceptable(findings)) return;
    refusesWell(() => cap.writeCap(found), null);
    cap.noticeDraft(found);
  };
  const feed = (bytes: Uint8Array) => {
    const { kind, findings } = cap.readCapFeed(bytes);
    findsWell(findings, kind !== null);
    findsWell(cap.checkCapFile(bytes), true);
  };
  const levels = (bytes: Uint8Array) => {
    const reading = water.readWater(bytes);
    findsWell(reading.findings, reading.format !== null);
    if (!water.isSound(reading)) return;
    const back = water.readWater(Buffer.from(water.writeWaterMl(reading.series, AT)));
    const count = (series: typeof back.series) => series.reduce((sum, { points }) => sum + points.length, 0);
    if (water.isSound(back) && count(back.series) !== count(reading.series))
      throw new Error('values lost on the way back');
    water.sensorThings(reading.series);
  };
  return [
    ...envelopes(own),
    ...statements(own),
    { name: 'cap', seeds: [seed('alert.xml')], run: alert },
    { name: 'cap-feed', seeds: [seed('feed.xml'), seed('alert.xml')], run: feed },
    { name: 'water', seeds: [seed('water.xml'), seed('water.csv'), seed('things.json')], run: levels },
  ];
}
