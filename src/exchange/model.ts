/** What can be said to another node; each has its receiver in operations/exchange/receivers.ts. */
export const MESSAGE_TYPES = [
  'servanda.action',
  'servanda.reading',
  'servanda.conclusion',
  'servanda.session',
  'servanda.publication',
  'servanda.channel',
  'servanda.notice',
  'servanda.water',
] as const;
export type MessageType = (typeof MESSAGE_TYPES)[number];

/** Another node: it speaks for the other side, for another office of our own side, or for both together. */
export const PARTNER_KINDS = ['other-side', 'own-side', 'joint'] as const;
export type PartnerKind = (typeof PARTNER_KINDS)[number];

/** What a message holds: words anybody may read, or words that both sides share. There is no class for anything else. */
export const RELEASE_CLASSES = ['public', 'shared'] as const;
export type ReleaseClass = (typeof RELEASE_CLASSES)[number];

/** A file that belongs to a message, by the hash of its bytes. */
export interface AttachmentNote {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly size: number;
  /** SHA-256 of the bytes, hex. */
  readonly sha256: string;
}

/** A public key as a JSON Web Key (RFC 7517), of the members its kind needs. */
export type PublicKey = Readonly<Record<string, string>>;

/**
 * A message between nodes: CloudEvents 1.0 in JSON, with extensions. `id` with `source` names it for ever; `sequence` counts the
 * messages of one node to one partner from 1, in ten digits; `partner` is whom it is for; `sig` is a JSON Web Signature
 * without its payload (RFC 7515, appendix F), over the canonical JSON of all the rest.
 */
export interface Envelope {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: MessageType;
  readonly subject: string;
  /** ISO instant, UTC. */
  readonly time: string;
  readonly datacontenttype: 'application/json';
  readonly dataschema: string;
  readonly sequence: string;
  readonly partner: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly sig: string;
}

/** What a node answers to a message it has: signed, it proves that exactly this message came, and when. */
export interface Receipt {
  readonly kind: 'receipt';
  readonly message: string;
  readonly source: string;
  /** SHA-256 of the message's canonical JSON, its signature included, hex. */
  readonly hash: string;
  /** ISO instant, UTC. */
  readonly received: string;
  /** The node that received it. */
  readonly node: string;
  readonly sig: string;
}
