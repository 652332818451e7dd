import { z } from 'zod';
import { FILE_LIMIT_MB } from '../../kernel/index.ts';

const instant = z.iso.datetime({ offset: true });
const text = (most: number) => z.string().trim().min(1).max(most);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const id = z.string().max(200);
const party = z.string().regex(/^[A-Z]{2}$/);
/** Types of messages, kinds of partners and standings of links, as docs/exchange.md has them. */
export const EXCHANGE_TYPES = [
  ...(['servanda.action', 'servanda.reading', 'servanda.conclusion', 'servanda.session'] as const),
  ...(['servanda.publication', 'servanda.channel', 'servanda.notice', 'servanda.water'] as const),
] as const;
export const PARTNER_KIND_NAMES = ['other-side', 'own-side', 'joint'] as const;
export const LINK_STANDINGS = ['up', 'late', 'down', 'courier', 'never', 'paused', 'ended'] as const;
export const MESSAGE_STATES = ['held', 'queued', 'waiting', 'delivered', 'dead', 'withheld'] as const;
export const INBOX_STATES = ['waiting', 'done', 'failed'] as const;
export const KEY_STATES = ['offered', 'trusted', 'revoked', 'current', 'over', 'elsewhere'] as const;
/** Rules for which something stays, as the gate names them. */
export const RELEASE_RULE_NAMES = [
  ...(['type-unknown', 'addressee', 'class', 'too-large', 'field-unknown', 'field-missing'] as const),
  ...(['field-form', 'text-kept-in', 'name-kept-in', 'too-deep'] as const),
] as const;
const types = z.array(z.enum(EXCHANGE_TYPES));
const via = z.enum(['link', 'file', 'returned']).nullable();

const key = z.object({
  ...{ id: z.string(), algorithm: z.string(), fingerprint: z.string(), public: z.record(z.string(), z.string()) },
  ...{ state: z.enum(KEY_STATES), since: instant },
});

const partner = z.object({
  ...{ id: z.string(), name: z.string(), party, own: party, kind: z.enum(PARTNER_KIND_NAMES) },
  ...{ address: z.string().nullable(), state: z.enum(['active', 'paused', 'ended']), types },
  standing: z.enum(LINK_STANDINGS),
  ...{ failure: z.string().nullable(), receiptAt: instant.nullable(), heardAt: instant.nullable() },
  ...{ saidAt: instant.nullable(), waiting: z.int(), held: z.int(), dead: z.int(), failed: z.int() },
  oldest: instant.nullable(),
  gaps: z.array(z.tuple([z.int(), z.int()])),
  ...{ sealed: z.int(), hasAll: z.int(), keys: z.array(key) },
});

const message = z.object({
  ...{ id: z.string(), type: z.enum(EXCHANGE_TYPES), subject: z.string(), at: instant, sequence: z.int().nullable() },
  ...{ state: z.enum([...MESSAGE_STATES, 'done', 'failed']), attempts: z.int(), failure: z.string().nullable(), via },
  /** Whether this seat wrote it: then another lets it leave. */
  own: z.boolean(),
  nextAt: instant.nullable(),
  data: z.record(z.string(), z.unknown()),
});

const content = z.strictObject({
  title: text(500),
  mechanism: z.string().max(300).optional(),
  ordinal: z.int().min(1).max(9_999).optional(),
  day: z.string().max(10).optional(),
  host: z.string().max(300).optional(),
  place: z.string().max(300).optional(),
  agenda: z.array(z.string().max(2_000)).max(100).optional(),
  points: z
    .array(
      z.strictObject({ vi: z.string().max(4_000), zh: z.string().max(4_000), en: z.string().max(4_000) }).partial(),
    )
    .max(200)
    .optional(),
});

const head = z.object({
  ...{ edit: hash, hash, party, at: instant, agreed: z.array(party) },
  content: z.record(z.string(), z.unknown()),
});

const papers = z.object({
  papers: z.array(
    z.object({
      ...{ id: z.string(), kind: z.enum(['conclusion', 'session']), partner: z.string(), parties: z.array(party) },
      ...{ standing: z.enum(['proposed', 'agreed', 'conflict']), heads: z.array(head), missing: z.int() },
    }),
  ),
});

const done = z.object({});
const params = z.object({ id });

/** The exchange with other nodes: this node, its partners and their keys, messages, and papers held together. */
export const EXCHANGE_ROUTES = {
  getExchange: {
    method: 'GET',
    path: '/api/exchange',
    response: z.object({
      node: z.object({ id: z.string(), name: z.string(), address: z.string().nullable() }).nullable(),
      keys: z.array(key),
      partners: z.array(partner),
    }),
  },
  setNode: {
    method: 'POST',
    path: '/api/exchange/node',
    body: z.strictObject({ id: text(80), name: text(200), address: z.url().max(500).nullable() }),
    response: done,
  },
  actOnOwnKey: {
    method: 'POST',
    path: '/api/exchange/keys',
    body: z.discriminatedUnion('type', [
      z.strictObject({ type: z.literal('add') }),
      z.strictObject({ type: z.literal('end'), key: id, lost: z.boolean() }),
    ]),
    response: done,
  },
  addPartner: {
    method: 'POST',
    path: '/api/exchange/partners',
    body: z.strictObject({
      ...{ id: text(80), name: text(200), party, own: party, kind: z.enum(PARTNER_KIND_NAMES) },
      ...{ address: z.url().max(500).nullable(), types },
    }),
    response: done,
  },
  getPartner: {
    method: 'GET',
    path: '/api/exchange/partners/:id',
    params,
    response: z.object({
      ...{ open: z.array(message), sent: z.array(message), came: z.array(message) },
      shares: z.array(
        z.object({
          ...{ kind: z.enum(['task', 'reading', 'publication']), id: z.string(), at: instant, ended: z.boolean() },
          ...{ title: z.string(), quotes: z.array(z.string()) },
        }),
      ),
    }),
  },
  actOnPartner: {
    method: 'POST',
    path: '/api/exchange/partners/:id',
    params,
    body: z.discriminatedUnion('type', [
      z.strictObject({
        type: z.literal('change'),
        name: text(200).optional(),
        address: z.url().max(500).nullable().optional(),
        types: types.optional(),
        state: z.enum(['active', 'paused', 'ended']).optional(),
      }),
      z.strictObject({ type: z.literal('add-key'), key: z.record(z.string(), z.string().max(500)) }),
      z.strictObject({ type: z.literal('trust'), key: id, fingerprint: z.string().max(200) }),
      z.strictObject({ type: z.literal('revoke'), key: id }),
    ]),
    response: done,
  },
  actOnMessage: {
    method: 'POST',
    path: '/api/exchange/messages/:id',
    params,
    body: z.discriminatedUnion('type', [
      z.strictObject({ type: z.enum(['release', 'withhold', 'resend']) }),
      z.strictObject({ type: z.literal('take-up'), partner: id }),
    ]),
    response: done,
  },
  listPartnerPublications: {
    method: 'GET',
    path: '/api/exchange/publications',
    response: z.object({
      rows: z.array(
        z.object({
          ...{ partner: z.string(), partnerName: z.string(), party, id: z.string(), title: z.string(), at: instant },
          kind: z.enum(['work', 'text', 'commitment', 'task']),
          ...{ date: z.string().nullable(), language: z.string().nullable() },
        }),
      ),
    }),
  },
  listKeptBack: {
    method: 'GET',
    path: '/api/exchange/kept-back',
    query: z.object({ subject: id.optional() }),
    response: z.object({
      rows: z.array(
        z.object({
          ...{ partner: z.string(), partnerName: z.string(), type: z.enum(EXCHANGE_TYPES), subject: z.string() },
          ...{ at: instant, rule: z.enum(RELEASE_RULE_NAMES).nullable(), field: z.string() },
        }),
      ),
    }),
  },
  readPartnerText: {
    method: 'GET',
    path: '/api/exchange/publications/:partner/:id',
    params: z.object({ partner: id, id }),
    response: z.object({ text: z.string(), language: z.string() }),
  },
  listPapersHeld: { method: 'GET', path: '/api/exchange/papers', response: papers },
  editPaperHeld: {
    method: 'POST',
    path: '/api/exchange/papers',
    body: z.strictObject({
      ...{ thing: id.nullable(), kind: z.enum(['conclusion', 'session']), partner: id },
      ...{ parents: z.array(z.string().max(64)).max(50), content },
    }),
    response: z.object({ id: z.string() }),
  },
  agreePaperHeld: {
    method: 'POST',
    path: '/api/exchange/papers/:id/agreement',
    params,
    body: z.strictObject({ edit: hash }),
    response: done,
  },
} as const;

/** What a file brought by courier held. */
export const TakenFileShape = z.object({
  partner: z.string(),
  receipts: z.int(),
  messages: z.array(
    z.object({ name: z.string(), outcome: z.enum(['taken', 'known', 'refused']), reason: z.string().nullable() }),
  ),
});

/** Bytes of a file brought by courier at most. */
export const COURIER_LIMIT = FILE_LIMIT_MB << 20;
