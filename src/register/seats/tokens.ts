import type { Deed } from './may.ts';

/**
 * What a program may do with a token, each within what its seat may: read; bring texts in, whose commitments people then decide;
 * act as the seat does; keep units and people.
 */
export const TOKEN_SCOPES = ['read', 'propose', 'act', 'admin'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** The scope a token needs for a deed; `changes` where it changes something. */
export function scopeFor(deed: Deed, changes: boolean): TokenScope {
  if (deed === 'administer' || deed === 'keep-units' || deed === 'keep-partners') return 'admin';
  if (!changes) return 'read';
  return deed === 'import' ? 'propose' : 'act';
}

/** Kinds of things that an address elsewhere can be told of. */
export const WEBHOOK_KINDS = ['commitment', 'work', 'link', 'task', 'publication'] as const;
export type WebhookKind = (typeof WEBHOOK_KINDS)[number];
