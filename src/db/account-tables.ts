import type { NameForms, Role } from '../register/index.ts';
import type { Json, LogColumns } from './tables.ts';

/** What can be done to a unit; the log keeps one after the other. */
export type UnitActionBody =
  | { readonly type: 'add'; readonly fields: UnitFields }
  | { readonly type: 'edit'; readonly fields: Partial<UnitFields> }
  /** It ended on that day, and another took over what it owed. */
  | { readonly type: 'end'; readonly until: string | null; readonly successor: string | null };

export interface UnitFields {
  readonly party: string;
  readonly names: NameForms;
  readonly parent: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly successor: string | null;
  readonly entity: string | null;
  /** By which official documents name it (`000.00.19.H56`); none where absent. */
  readonly code?: string | null;
}

export interface UnitTable extends Omit<UnitFields, 'names' | 'code'> {
  code: string | null;
  id: string;
  names: Json<NameForms>;
  version: number;
}

export interface UnitActionTable extends LogColumns {
  unit_id: string;
  body: Json<UnitActionBody>;
}

export interface AccountTable {
  id: string;
  name: string;
  mail: string;
  password: string | null;
  totp: string | null;
  totp_step: number | null;
  recovery: readonly string[];
  invitation: string | null;
  invitation_until: string | null;
  disabled: boolean;
  demonstration: boolean;
  /** Whose administrators keep it; null until whoever runs the machine gives the person a post. */
  party: string | null;
  created_at: string;
}

/** What was done to an account; the log of who may sign in. */
export type AccountActionBody =
  | { readonly type: 'add' | 'rename'; readonly name: string; readonly mail: string }
  | {
      readonly type:
        | 'password'
        | 'totp'
        | 'totp-off'
        | 'recovery'
        | 'invite'
        | 'disable'
        | 'enable'
        | 'locked'
        | 'identity'
        | 'token'
        | 'token-end';
    }
  | { readonly type: 'hold' | 'release'; readonly holding: string; readonly day: string | null };

export interface AccountActionTable extends LogColumns {
  account_id: string;
  body: Json<AccountActionBody>;
}

/** Who an identity provider says somebody is. */
export interface AccountIdentityTable {
  issuer: string;
  subject: string;
  account_id: string;
  at: string;
}

export interface PostTable {
  id: string;
  unit_id: string;
  role: Role;
}

export interface HoldingTable {
  id: string;
  post_id: string;
  account_id: string;
  from: string;
  until: string | null;
}

export interface LoginSessionTable {
  id: string;
  account_id: string;
  holding_id: string | null;
  csrf: string;
  started_at: string;
  seen_at: string;
  expires_at: string;
}

export interface LoginAttemptTable {
  id: string;
  failures: number;
  last_at: string;
  locked_until: string | null;
}

export interface SettingTable {
  name: string;
  value: Json<unknown>;
}

export interface AccountTables {
  unit: UnitTable;
  unit_action: UnitActionTable;
  account: AccountTable;
  account_action: AccountActionTable;
  account_identity: AccountIdentityTable;
  post: PostTable;
  holding: HoldingTable;
  login_session: LoginSessionTable;
  login_attempt: LoginAttemptTable;
  setting: SettingTable;
}
