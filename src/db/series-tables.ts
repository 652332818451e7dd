import type {
  DisseminationBody,
  PairActionBody,
  PairState,
  QuotaActionBody,
  SeriesActionBody,
  SeriesState,
} from '../register/index.ts';
import type { Json } from './tables.ts';

export interface SeriesTable {
  id: string;
  relation: string;
  /** The side whose own it is; null where both take part. */
  side: string | null;
  /** Seen by secretariats and leaders only. */
  restricted: boolean;
  /** The mechanism of the registers whose mentions and facts belong to it. */
  entity: string | null;
  version: number;
  state: Json<SeriesState>;
}

export interface SeriesActionTable {
  id: string;
  series_id: string;
  sequence: number;
  at: string;
  by: string;
  party: string | null;
  body: Json<SeriesActionBody>;
  hash: string;
}

/** What one side notes for itself on a session or an item. */
export interface SeriesNoteTable {
  id: string;
  series_id: string;
  about: string;
  party: string | null;
  at: string;
  by: string;
  text: string;
}

/** What one side gives the other in a year, with the sums of its ledger. */
export interface QuotaTable {
  id: string;
  /** The side whose own it is; null where both read it. */
  side: string | null;
  commitment_id: string | null;
  kind: string;
  giver: string;
  receiver: string;
  year: number;
  version: number;
  promised: number;
  granted: number;
  used: number;
}

export interface QuotaActionTable {
  id: string;
  quota_id: string;
  sequence: number;
  at: string;
  by: string;
  party: string | null;
  body: Json<QuotaActionBody>;
  hash: string;
}

/** One object with a state of each side. */
export interface PairTable {
  id: string;
  commitment_id: string | null;
  parties: readonly string[];
  version: number;
  state: Json<PairState>;
}

export interface PairActionTable {
  id: string;
  pair_id: string;
  sequence: number;
  at: string;
  by: string;
  party: string | null;
  body: Json<PairActionBody>;
  hash: string;
}

/** What was done about handing a text on to the units of a side. */
export interface DisseminationActionTable {
  id: string;
  work_id: string;
  party: string;
  sequence: number;
  at: string;
  by: string;
  body: Json<DisseminationBody>;
  hash: string;
}

/** The tables of mechanisms that meet, of quotas, and of paired milestones. */
export interface SeriesTables {
  series: SeriesTable;
  series_action: SeriesActionTable;
  series_note: SeriesNoteTable;
  quota: QuotaTable;
  quota_action: QuotaActionTable;
  pair: PairTable;
  pair_action: PairActionTable;
  dissemination_action: DisseminationActionTable;
}
