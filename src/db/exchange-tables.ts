import type { ColumnType } from 'kysely';
import type {
  AttachmentNote,
  MessageType,
  PartnerKind,
  PublicKey,
  Reference,
  ReleaseClass,
  ThingEntry,
} from '../exchange/index.ts';
import type { Json, LogColumns } from './tables.ts';

/** This installation as other nodes know it. */
export interface ExchangeNodeTable {
  one: ColumnType<true, never, never>;
  id: string;
  name: string;
  address: string | null;
  set_at: string;
  set_by: string;
}

export interface ExchangeKeyTable {
  id: string;
  algorithm: string;
  public: Json<PublicKey>;
  fingerprint: string;
  made_at: string;
  made_by: string;
  ends_at: string | null;
  revoked_at: string | null;
}

export interface ExchangeSecretTable {
  key_id: string;
  sealed: string;
}

export interface PartnerTable {
  id: string;
  name: string;
  party: string;
  own: string;
  kind: PartnerKind;
  address: string | null;
  state: 'active' | 'paused' | 'ended';
  types: readonly MessageType[];
  sealed: number;
  has_all: number;
  has_highest: number;
  has_sent: number;
  said_at: string | null;
  tried_at: string | null;
  reached_at: string | null;
  receipt_at: string | null;
  heard_at: string | null;
  failure: string | null;
  /** Ids of our keys it says it trusts. */
  trusts: readonly string[];
  added_at: string;
  added_by: string;
}

export interface PartnerKeyTable {
  partner_id: string;
  key_id: string;
  algorithm: string;
  public: Json<PublicKey>;
  fingerprint: string;
  state: 'offered' | 'trusted' | 'revoked';
  added_at: string;
  added_by: string;
  trusted_at: string | null;
  trusted_by: string | null;
  ends_at: string | null;
  revoked_at: string | null;
}

export interface OutboxTable {
  id: string;
  partner_id: string;
  party: string;
  type: MessageType;
  subject: string;
  class: ReleaseClass;
  data: Json<Readonly<Record<string, unknown>>>;
  attachments: Json<readonly AttachmentNote[]>;
  made_at: string;
  made_by: string;
  state: 'held' | 'queued' | 'waiting' | 'delivered' | 'dead' | 'withheld';
  released_by: string | null;
  /** Given with envelope and hash, when it is sealed. */
  sequence: number | null;
  envelope: string | null;
  hash: string | null;
  attempts: number;
  next_at: string;
  last_at: string | null;
  failure: string | null;
  receipt: string | null;
  delivered_at: string | null;
  via: 'link' | 'file' | 'returned' | null;
}

export interface InboxTable {
  source: string;
  id: string;
  partner_id: string;
  party: string;
  sequence: number;
  type: MessageType;
  subject: string;
  /** Canonical JSON, exactly as it came. */
  envelope: string;
  hash: string;
  received_at: string;
  receipt: string;
  state: 'waiting' | 'done' | 'failed';
  attempts: number;
  failure: string | null;
  via: 'link' | 'file';
}

export interface ExchangeAttachmentTable {
  sha256: string;
  size: number;
  bytes: Uint8Array;
  added_at: string;
}

export interface ExchangeNonceTable {
  key_id: string;
  nonce: string;
  expires_at: string;
}

export interface ExchangeActionTable extends LogColumns {
  partner_id: string;
  body: Json<Readonly<Record<string, unknown>>>;
}

/** What another node shares of its side. */
export interface PartnerShareTable {
  partner_id: string;
  kind: 'task' | 'reading' | 'publication';
  id: string;
  own: string;
  party: string;
  version: number;
  at: string;
  view: Json<Readonly<Record<string, unknown>>>;
  commitments: readonly string[];
  ended: boolean;
}

/** Where words that a partner speaks of stand here. */
export interface PartnerReferenceTable {
  partner_id: string;
  key: string;
  own: string;
  reference: Json<Reference>;
  found: 'open' | 'file' | 'words' | 'person' | 'none';
  commitment_id: string | null;
  looked_at: string;
  at: string;
  by: string;
}

export interface PartnerToldTable {
  partner_id: string;
  kind: string;
  id: string;
  own: string;
  hash: string;
}

export interface JointThingTable {
  id: string;
  kind: 'conclusion' | 'session';
  own: string;
  partner_id: string;
  begun_at: string;
}

export interface JointEntryTable {
  thing_id: string;
  id: string;
  entry: Json<ThingEntry>;
  at: string;
  by: string;
}

export interface ExchangeTables {
  partner_share: PartnerShareTable;
  partner_reference: PartnerReferenceTable;
  partner_told: PartnerToldTable;
  joint_thing: JointThingTable;
  joint_entry: JointEntryTable;
  exchange_node: ExchangeNodeTable;
  exchange_key: ExchangeKeyTable;
  exchange_secret: ExchangeSecretTable;
  partner: PartnerTable;
  partner_key: PartnerKeyTable;
  outbox: OutboxTable;
  inbox: InboxTable;
  exchange_attachment: ExchangeAttachmentTable;
  exchange_nonce: ExchangeNonceTable;
  exchange_action: ExchangeActionTable;
}
