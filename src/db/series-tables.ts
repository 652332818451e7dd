import type { SeriesActionBody, SeriesState } from '../register/index.ts';
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
