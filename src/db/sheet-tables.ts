import type { Locale } from '../kernel/index.ts';
import type { SheetForm } from '../register/index.ts';
import type { Json } from './tables.ts';

/** One thing a sheet brought in: what it was done to, by which actions, from which row. */
export interface BatchItem {
  /** A work came in with its texts. */
  readonly noun: 'task' | 'commitment' | 'work';
  readonly id: string;
  readonly actions: readonly string[];
  readonly row: number;
}

/** What a sheet brought in, to be taken back as a whole. */
export interface SheetBatchTable {
  id: string;
  /** Null on a machine without accounts. */
  party: string | null;
  file: string;
  sha256: string;
  form: SheetForm | 'foreign';
  at: string;
  by: string;
  items: Json<readonly BatchItem[]>;
  undone_at: string | null;
  undone_by: string | null;
  kept: Json<readonly BatchItem[]>;
}

/** How the columns of a foreign list are read, remembered by its header. */
export interface SheetMappingTable {
  id: string;
  party: string | null;
  signature: string;
  fields: Json<readonly (string | null)[]>;
  at: string;
  by: string;
}

/** A secret address of a calendar. */
export interface CalendarFeedTable {
  id: string;
  /** Null on a machine without accounts. */
  hand: string | null;
  unit: string | null;
  locale: Locale;
  token_sha256: string;
  made_at: string;
  fetched_at: string | null;
  revoked_at: string | null;
}
