import { createHash } from 'node:crypto';
import { canonicalJson, Problem } from '../../kernel/index.ts';
import { type AttachmentNote, type Envelope, MESSAGE_TYPES, type MessageType } from '../model.ts';
import { assertExpected, ruleOf } from '../release/gate.ts';
import { signatureOf } from '../signing/jws.ts';
import type { SigningKey } from '../signing/keys.ts';
import { isWhole, readCanonical } from './well-formed.ts';

/** Bytes of one message at most. */
export const MESSAGE_LIMIT = 1 << 20;
/** Name of a node. */
export const NODE_FORM = /^urn:servanda:[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/;

/** What a message is made of. */
export interface EnvelopeParts {
  readonly id: string;
  readonly source: string;
  readonly partner: string;
  readonly type: MessageType;
  readonly subject: string;
  readonly time: string;
  readonly sequence: number;
  readonly data: Readonly<Record<string, unknown>>;
  readonly attachments: readonly AttachmentNote[];
}

/**
 * A message as it goes on the wire: canonical JSON, signed.
 * @throws Problem `release-refused` where a text in it has half a character, which has no canonical form
 */
export function sealEnvelope(parts: EnvelopeParts, key: SigningKey): { text: string; hash: string } {
  const { id, source, partner, type, subject, time, sequence, data, attachments } = parts;
  if (!isWhole(data)) throw new Problem('release-refused', { rule: 'field-form', field: 'data' });
  const unsigned = {
    ...{ specversion: '1.0', id, source, type, subject, time, datacontenttype: 'application/json' },
    ...{ dataschema: ruleOf(type)?.schema ?? '', sequence: String(sequence).padStart(10, '0'), partner },
    data: attachments.length === 0 ? data : { ...data, attachments },
  };
  const text = canonicalJson({ ...unsigned, sig: signatureOf(unsigned, 'servanda-message', key) });
  return { text, hash: hashOf(text) };
}

/** SHA-256, hex, of a message's canonical JSON, which is what a receipt is of, or of a file. */
export function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Rules that a message can break, each with the field it breaks it in (messages `exchange-rule.<rule>`). */
export const MESSAGE_RULES = [
  ...(['not-canonical', 'too-large', 'member-unknown', 'member-missing', 'member-form', 'type-unknown'] as const),
  ...(['schema-unknown', 'not-for-us', 'source-unknown', 'not-its-key', 'signature', 'sequence-taken'] as const),
  ...(['field-unknown', 'field-missing', 'field-form', 'text-kept-in', 'name-kept-in', 'too-deep'] as const),
  ...(['attachment-missing', 'attachment-form', 'partner-ended', 'bundle-form'] as const),
] as const;
export type MessageRule = (typeof MESSAGE_RULES)[number];

export function messageRefused(rule: MessageRule, field: string): Problem {
  return new Problem('message-refused', { rule, field });
}

const isText = (least: number, most: number) => (value: unknown) =>
  typeof value === 'string' && value.length >= least && value.length <= most;
const matches = (pattern: RegExp) => (value: unknown) => typeof value === 'string' && pattern.test(value);

/** Every member of a message, and what stands in it. */
const MEMBERS: Readonly<Record<keyof Envelope, (value: unknown) => boolean>> = {
  specversion: (value) => value === '1.0',
  id: matches(/^[\w.-]{1,100}$/),
  source: matches(NODE_FORM),
  type: (value) => MESSAGE_TYPES.includes(value as MessageType),
  subject: isText(1, 200),
  time: (value) =>
    matches(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/)(value) && !Number.isNaN(Date.parse(value as string)),
  datacontenttype: (value) => value === 'application/json',
  dataschema: isText(1, 200),
  sequence: (value) => matches(/^\d{10}$/)(value) && Number(value) > 0 && Number(value) <= 2_147_483_647,
  partner: matches(NODE_FORM),
  data: (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  sig: isText(10, 700),
};

/**
 * A message from bytes: canonical, of exactly the members it has to have, its data of exactly the fields that may travel. Who
 * signed it is not asked yet.
 * @throws Problem `message-refused` (rule, field)
 */
export function readEnvelope(bytes: Uint8Array): { readonly envelope: Envelope; readonly text: string } {
  if (bytes.length > MESSAGE_LIMIT) throw messageRefused('too-large', 'message');
  const value = readCanonical(bytes);
  if (value === null) throw messageRefused('not-canonical', 'message');
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(MEMBERS, name)) throw messageRefused('member-unknown', name);
  }
  for (const [name, fits] of Object.entries(MEMBERS)) {
    if (!Object.hasOwn(value, name)) throw messageRefused('member-missing', name);
    const known = name !== 'type' || typeof value.type !== 'string';
    if (!fits(value[name])) throw messageRefused(known ? 'member-form' : 'type-unknown', name);
  }
  const envelope = value as unknown as Envelope;
  if (envelope.dataschema !== ruleOf(envelope.type)?.schema) throw messageRefused('schema-unknown', 'dataschema');
  const { attachments: _, ...data } = envelope.data;
  attachmentsOf(envelope);
  assertExpected(envelope.type, data);
  return { envelope, text: new TextDecoder().decode(bytes) };
}

/** The files that belong to a message. @throws Problem `message-refused` where they are not named as agreed */
export function attachmentsOf({ data }: Envelope): readonly AttachmentNote[] {
  const { attachments = [] } = data as { attachments?: unknown };
  if (!Array.isArray(attachments) || attachments.length > 20) throw messageRefused('attachment-form', 'attachments');
  for (const note of attachments as Partial<AttachmentNote>[]) {
    const { name, type, size, sha256, ...rest } = note ?? {};
    const fits = isText(1, 200)(name) && isText(1, 100)(type) && Number.isSafeInteger(size) && (size ?? -1) >= 0;
    if (!fits || !/^[0-9a-f]{64}$/.test(String(sha256)) || Object.keys(rest).length > 0) {
      throw messageRefused('attachment-form', 'attachments');
    }
  }
  return attachments as AttachmentNote[];
}
