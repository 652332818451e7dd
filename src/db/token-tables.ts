import type { TokenScope, WebhookKind } from '../register/index.ts';

/** A program's token; the token itself is kept nowhere. */
export interface ApiTokenTable {
  id: string;
  account_id: string;
  holding_id: string;
  name: string;
  scopes: readonly TokenScope[];
  hash: string;
  hint: string;
  created_at: string;
  expires_at: string;
  used_at: string | null;
  revoked_at: string | null;
}

/** An address elsewhere that is told of changes. */
export interface WebhookTable {
  id: string;
  account_id: string;
  holding_id: string;
  url: string;
  /** Sealed. */
  secret: string;
  events: readonly WebhookKind[];
  created_at: string;
  ended_at: string | null;
}

export interface WebhookEventTable {
  id: string;
  kind: WebhookKind;
  item: string;
  version: number;
  at: string;
}

export interface WebhookDeliveryTable {
  id: string;
  webhook_id: string;
  kind: WebhookKind;
  item: string;
  version: number;
  at: string;
  state: 'waiting' | 'sent' | 'dead' | 'hidden';
  attempts: number;
  next_at: string;
  last_at: string | null;
  status: number | null;
  failure: string | null;
}

export interface TokenTables {
  api_token: ApiTokenTable;
  webhook: WebhookTable;
  webhook_event: WebhookEventTable;
  webhook_delivery: WebhookDeliveryTable;
}
