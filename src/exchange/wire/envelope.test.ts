import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson, PROBLEMS, Problem } from '../../kernel/index.ts';
import type { Envelope } from '../model.ts';
import { isSignedBy } from '../signing/jws.ts';
import { publicKeyOf, type SigningKey } from '../signing/keys.ts';
import { hashOf, MESSAGE_RULES, readEnvelope, sealEnvelope } from './envelope.ts';
import { runOf } from './sequence.ts';
import { readReceipt, readState, signReceipt, signState } from './statements.ts';

const pair = generateKeyPairSync('ed25519');
const KEY: SigningKey = {
  ...publicKeyOf(pair.publicKey.export({ format: 'jwk' })),
  secret: pair.privateKey.export({ format: 'jwk' }) as SigningKey['secret'],
};
const [XL, XT] = ['urn:servanda:xl', 'urn:servanda:xt'];
const PARTS = {
  ...{ id: '0199', source: XL, partner: XT, type: 'servanda.session' as const, subject: 's1', sequence: 7 },
  ...{ time: '2026-11-22T08:00:00.000Z', attachments: [] },
  data: {
    thing: 's1',
    kind: 'edit',
    party: 'XL',
    at: '2026-11-22T08:00:00Z',
    content: { title: 'Phiên họp 17', host: 'Sarko' },
  },
};
const bytesOf = (text: string) => new TextEncoder().encode(text);

function ruleOf(text: string): string {
  try {
    readEnvelope(bytesOf(text));
    return 'read';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    expect(error.code in PROBLEMS && MESSAGE_RULES.some((rule) => rule === error.details.rule), String(error)).toBe(
      true,
    );
    return `${error.details.rule} ${error.details.field}`;
  }
}

test('a message is CloudEvents 1.0 in canonical JSON, and is read as it was sealed', () => {
  const { text, hash } = sealEnvelope(PARTS, KEY);
  const { envelope } = readEnvelope(bytesOf(text));
  expect(envelope).toMatchObject({
    specversion: '1.0',
    id: '0199',
    sequence: '0000000007',
    partner: XT,
    data: PARTS.data,
  });
  expect(Object.keys(envelope).every((name) => /^[a-z]+$/.test(name))).toBe(true);
  expect(isSignedBy({ ...envelope }, 'servanda-message', KEY)).toBe(true);
  expect(hashOf(text)).toBe(hash);
});

test('each thing that is not as agreed is refused by its rule and place', () => {
  const { text } = sealEnvelope(PARTS, KEY);
  const changed = (change: (envelope: Record<string, unknown>) => void) => {
    const value = JSON.parse(text) as Record<string, unknown>;
    change(value);
    return ruleOf(canonicalJson(value));
  };
  const data = (more: object) =>
    changed((value) => {
      value.data = { ...PARTS.data, ...more };
    });
  expect(ruleOf(text.replace('{', '{ '))).toBe('not-canonical message');
  expect(
    changed((value) => {
      value.by = 'Nguyen';
    }),
  ).toBe('member-unknown by');
  expect(changed((value) => void delete value.sig)).toBe('member-missing sig');
  expect(
    changed((value) => {
      value.specversion = '2.0';
    }),
  ).toBe('member-form specversion');
  expect(
    changed((value) => {
      value.type = 'servanda.troops';
    }),
  ).toBe('type-unknown type');
  expect(
    changed((value) => {
      value.dataschema = 'urn:servanda:schema:session:2';
    }),
  ).toBe('schema-unknown dataschema');
  expect(
    changed((value) => {
      value.sequence = '0000000000';
    }),
  ).toBe('member-form sequence');
  expect(
    changed((value) => {
      value.source = 'http://x';
    }),
  ).toBe('member-form source');
  expect(data({ position: 'we would give way' })).toBe('field-unknown position');
  expect(data({ content: { title: 'a', defence: 'x' } })).toBe('field-unknown content.defence');
  expect(data({ kind: undefined })).toBe('field-missing kind');
  expect(data({ at: 'yesterday' })).toBe('field-form at');
  expect(data({ content: { title: 'ask officer@ostra.example' } })).toBe('text-kept-in content.title');
  expect(data({ attachments: [{ name: 'a', type: 'b', size: -1, sha256: 'c' }] })).toBe('attachment-form attachments');
  expect(data({ constructor: 1 })).toBe('field-unknown constructor');
  expect(ruleOf('x'.repeat((1 << 20) + 1))).toBe('too-large message');
});

test('no bytes, no JSON and no change of a good message crash the reading, and none that was changed is signed', () => {
  const { text } = sealEnvelope(PARTS, KEY);
  const good = JSON.parse(text) as Record<string, unknown>;
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(() => readEnvelope(bytes)).toThrow(Problem);
    }),
  );
  fc.assert(fc.property(fc.jsonValue(), (value) => void ruleOf(canonicalJson(value))));
  const member = fc.constantFrom(...Object.keys(good), '__proto__', 'toString');
  fc.assert(
    fc.property(fc.array(fc.tuple(member, fc.jsonValue()), { minLength: 1, maxLength: 3 }), (changes) => {
      const value = { ...good, ...Object.fromEntries(changes) };
      const changed = canonicalJson(value);
      if (changed === text || ruleOf(changed) !== 'read') return;
      expect(
        isSignedBy(
          readEnvelope(bytesOf(changed)).envelope as unknown as Record<string, unknown>,
          'servanda-message',
          KEY,
        ),
      ).toBe(false);
    }),
  );
  const at = fc.nat({ max: text.length - 1 });
  fc.assert(
    fc.property(at, fc.string({ minLength: 1, maxLength: 3 }), (where, put) => {
      const changed = text.slice(0, where) + put + text.slice(where + 1);
      if (changed === text || ruleOf(changed) !== 'read') return;
      const { envelope }: { envelope: Envelope } = readEnvelope(bytesOf(changed));
      expect(isSignedBy({ ...envelope }, 'servanda-message', KEY)).toBe(false);
    }),
  );
});

test('receipts and statements of the link are read only as they were signed', () => {
  const receipt = signReceipt(
    { message: '0199', source: XL, hash: 'ab', received: '2026-11-22T08:00:01Z', node: XT },
    KEY,
  );
  expect(readReceipt(receipt, [KEY])?.message).toBe('0199');
  expect(readReceipt(receipt.replace('0199', '0198'), [KEY])).toBeNull();
  expect(readReceipt(receipt, [])).toBeNull();
  const state = {
    ...{
      node: XL,
      partner: XT,
      time: '2026-11-22T08:00:01Z',
      sent: 3,
      upTo: 1,
      highest: 3,
      trusts: [],
      offers: [],
      lost: [],
    },
    missing: [[2, 2]] as const,
  };
  const text = signState(state, KEY);
  expect(readState(bytesOf(text), [KEY])).toMatchObject(state);
  expect(readReceipt(text, [KEY])).toBeNull();
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(readState(bytesOf(canonicalJson(value)), [KEY])).toBeNull();
    }),
  );
});

test('numbers that came in any order show what is missing', () => {
  expect(runOf([4, 1, 2, 7], 9)).toEqual({
    upTo: 2,
    highest: 7,
    missing: [
      [3, 3],
      [5, 6],
      [8, 9],
    ],
  });
  expect(runOf([])).toEqual({ upTo: 0, highest: 0, missing: [] });
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 60 })), (numbers) => {
      const { missing, highest } = runOf(numbers);
      const gaps = missing.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, index) => from + index));
      expect([...numbers, ...gaps].sort((a, b) => a - b)).toEqual(
        Array.from({ length: highest }, (_, index) => index + 1),
      );
    }),
  );
});
