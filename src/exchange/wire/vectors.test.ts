import { compactVerify, importJWK } from 'jose';
import { type InnerList, parseDictionary } from 'structured-headers';
import { expect, test } from 'vitest';
import { canonicalJson, Problem } from '../../kernel/index.ts';
import { ALGORITHMS, algorithmNamed } from '../signing/algorithms.ts';
import { isSignedBy, signatureOf } from '../signing/jws.ts';
import { fingerprintOf, publicKeyOf, type SigningKey } from '../signing/keys.ts';
import { contentDigest, isDigestOf } from './content-digest.ts';
import { checkSignature, readSignature, type SignedRequest, signatureBase, signRequest } from './http-signature.ts';
import { readCanonical } from './well-formed.ts';

/** RFC 8037, appendix A. */
const PUBLIC = { kty: 'OKP', crv: 'Ed25519', x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo' };
const KEY: SigningKey = {
  ...publicKeyOf(PUBLIC),
  secret: { ...PUBLIC, d: 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A' },
};
const NOW = Date.parse('2026-11-22T08:00:00Z');

test('canonical JSON is that of RFC 8785, appendix “sample”', () => {
  const input = String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],
    "string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`;
  const expected = String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`;
  expect(canonicalJson(JSON.parse(input))).toBe(expected);
  expect(readCanonical(new TextEncoder().encode(expected))).not.toBeNull();
  expect(readCanonical(new TextEncoder().encode(input))).toBeNull();
});

test('what is not canonical is not read: members twice, half characters, depth, minus nought, a mark before the text', () => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  const refused = [
    '{"a":1,"a":1}',
    String.raw`{"a":"\ud800"}`,
    '{"a":-0}',
    '\ufeff{}',
    '[]',
    'null',
    '{"b":1,"a":1}',
    '',
  ];
  for (const text of [...refused, `{"a":${'['.repeat(5000)}${']'.repeat(5000)}}`])
    expect(readCanonical(bytes(text)), text.slice(0, 20)).toBeNull();
  expect(readCanonical(new Uint8Array([0x7b, 0xff, 0x7d]))).toBeNull();
  expect(readCanonical(bytes('{"__proto__":{"a":1}}'))).not.toBeNull();
});

test('a key’s id is its thumbprint (RFC 8037, A.3), its fingerprint the same in words for two people', () => {
  expect(KEY.id).toBe('kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
  expect(fingerprintOf(KEY.public)).toMatch(/^(?:[0-9A-F]{4} ){15}[0-9A-F]{4}$/);
  expect(() => publicKeyOf(KEY.secret)).toThrow(Problem);
  for (const wrong of [null, 'x', {}, { ...PUBLIC, x: 'AAAA' }, { ...PUBLIC, crv: 'X25519' }, { ...PUBLIC, x: 5 }]) {
    expect(() => publicKeyOf(wrong)).toThrow(Problem);
  }
});

test('Ed25519 signs as RFC 8037, A.4 shows', () => {
  const signed = algorithmNamed('ed25519')?.sign(
    new TextEncoder().encode('eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc'),
    KEY.secret,
  );
  expect(Buffer.from(signed ?? []).toString('base64url')).toBe(
    'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg',
  );
});

test('a signature inside a statement is one that others’ JWS libraries check', async () => {
  const statement = { kind: 'receipt', message: 'm1', received: '2026-01-01T00:00:00Z' };
  const sig = signatureOf(statement, 'servanda-receipt', KEY);
  const [header, , signature] = sig.split('.');
  const payload = Buffer.from(canonicalJson(statement)).toString('base64url');
  const { protectedHeader } = await compactVerify(
    `${header}.${payload}.${signature}`,
    await importJWK(PUBLIC, 'EdDSA'),
  );
  expect(protectedHeader).toEqual({ alg: 'EdDSA', kid: KEY.id, typ: 'servanda-receipt' });
});

test('a signature counts for its kind, its key and its words alone', () => {
  const statement = { a: 1 };
  const signed = { ...statement, sig: signatureOf(statement, 'servanda-message', KEY) };
  expect(isSignedBy(signed, 'servanda-message', KEY)).toBe(true);
  expect(isSignedBy(signed, 'servanda-receipt', KEY)).toBe(false);
  expect(isSignedBy({ ...signed, a: 2 }, 'servanda-message', KEY)).toBe(false);
  expect(isSignedBy({ ...signed, b: null }, 'servanda-message', KEY)).toBe(false);
  const none = Buffer.from(canonicalJson({ alg: 'none', kid: KEY.id, typ: 'servanda-message' })).toString('base64url');
  expect(isSignedBy({ ...statement, sig: `${none}..AA` }, 'servanda-message', KEY)).toBe(false);
  expect(isSignedBy(signed, 'servanda-message', { ...KEY, algorithm: 'ecdsa-p256-sha256' })).toBe(false);
});

test('the way of signing is a plug: each signs what it then checks', async () => {
  const { generateKeyPairSync } = await import('node:crypto');
  const pairs = {
    ed25519: generateKeyPairSync('ed25519'),
    'ecdsa-p256-sha256': generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  };
  for (const { name } of ALGORITHMS) {
    const { publicKey, privateKey } = pairs[name as keyof typeof pairs];
    const key = publicKeyOf(publicKey.export({ format: 'jwk' }));
    expect(key.algorithm).toBe(name);
    const signer = { ...key, secret: privateKey.export({ format: 'jwk' }) as SigningKey['secret'] };
    const signed = { a: 1, sig: signatureOf({ a: 1 }, 'servanda-state', signer) };
    expect(isSignedBy(signed, 'servanda-state', key)).toBe(true);
    expect(isSignedBy(signed, 'servanda-state', KEY)).toBe(false);
  }
});

test('the base of an HTTP signature is that of RFC 9421, B.2.6, and its signature is checked', () => {
  const input =
    'sig-b26=("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"';
  const values: Record<string, string> = {
    ...{ date: 'Tue, 20 Apr 2021 02:07:55 GMT', '@method': 'POST', '@path': '/foo', '@authority': 'example.com' },
    ...{ 'content-type': 'application/json', 'content-length': '18' },
  };
  const base = signatureBase(parseDictionary(input).get('sig-b26') as InnerList, (name) => values[name]);
  const signature = 'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==';
  const key = { kty: 'OKP', crv: 'Ed25519', x: 'JrQLj5P_89iXES9-vFgrIy29clF9CC_oPPsw3c5D0bs' };
  const good = algorithmNamed('ed25519')?.verify(Buffer.from(base ?? ''), Buffer.from(signature, 'base64'), key);
  expect(good).toBe(true);
});

test('a content digest is that of RFC 9530 for the body of RFC 9421', () => {
  const body = new TextEncoder().encode('{"hello": "world"}');
  expect(contentDigest(body)).toBe('sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:');
  expect(isDigestOf(contentDigest(body), body)).toBe(true);
  for (const wrong of ['', 'x', 'sha-256=:AAAA:', 'sha-512=:X48E:', 'sha-256=5'])
    expect(isDigestOf(wrong, body)).toBe(false);
});

const BODY = new TextEncoder().encode('{"a":1}');
const URI = 'https://x.example/exchange/v1/messages';

function request(change: (headers: Record<string, string>) => void = () => {}, key = KEY, now = NOW): SignedRequest {
  const what = { method: 'POST', targetUri: URI, body: BODY };
  const headers = signRequest(what, { key, now, nonce: '0123456789abcdef', contentType: 'application/json' });
  change(headers);
  return { ...what, headers };
}

function ruleBroken(asked: SignedRequest, now = NOW): unknown {
  try {
    checkSignature(asked, readSignature(asked, now).list, KEY);
    return null;
  } catch (error) {
    return error instanceof Problem ? error.details.rule : error;
  }
}

test('a request is signed whole: every component and parameter, for five minutes, each refusal by its rule', () => {
  const drop = (part: string | RegExp, by = '') =>
    request((headers) => {
      headers['signature-input'] = headers['signature-input']?.replace(part, by) ?? '';
    });
  expect(ruleBroken(request())).toBeNull();
  for (const part of ['"@method" ', '"@target-uri" ', '"content-digest" ', ' "content-type"'])
    expect(ruleBroken(drop(part)), part).toBe('components');
  for (const name of ['created', 'expires', 'nonce', 'keyid', 'alg']) {
    expect(ruleBroken(drop(new RegExp(`;${name}=[^;]*`))), name).toBe('parameters');
  }
  expect(ruleBroken(drop(/expires=\d+/, `expires=${NOW / 1000 + 301}`))).toBe('lifetime');
  expect(ruleBroken(drop(/nonce="[^"]*"/, 'nonce="fedcba9876543210"'))).toBe('wrong');
  expect(ruleBroken(drop('ed25519"', 'ecdsa-p256-sha256"'))).toBe('algorithm');
  expect(ruleBroken(request(), NOW + 301_000)).toBe('expired');
  expect(ruleBroken(request(), NOW - 61_000)).toBe('early');
  expect(ruleBroken({ ...request(), targetUri: 'https://y.example/exchange/v1/messages' })).toBe('wrong');
  expect(ruleBroken({ ...request(), method: 'GET' })).toBe('wrong');
  expect(ruleBroken({ ...request(), body: new TextEncoder().encode('{"a":2}') })).toBe('digest');
  const other = request((headers) => {
    headers['content-digest'] = contentDigest(new TextEncoder().encode('x'));
  });
  expect(ruleBroken(other)).toBe('digest');
  expect(
    ruleBroken(
      request((headers) => {
        headers['content-type'] = 'text/plain';
      }),
    ),
  ).toBe('wrong');
  expect(ruleBroken(request((headers) => void delete headers.signature))).toBe('missing');
  const input = (change: (before: string) => string) =>
    ruleBroken(
      request((headers) => {
        headers['signature-input'] = change(headers['signature-input'] ?? '');
      }),
    );
  expect(input(() => 'a=(,')).toBe('form');
  expect(input((before) => `${before}, b=("@method")`)).toBe('form');
  const odd = request((headers) => {
    headers.signature = 'servanda=1';
  });
  expect(ruleBroken(odd)).toBe('form');
});
