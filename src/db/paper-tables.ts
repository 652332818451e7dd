import type { Json } from './tables.ts';

/** A paper as it left the register. */
export interface PaperTable {
  id: string;
  party: string;
  kind: string;
  layout: string;
  relation: string;
  language: string;
  title: string;
  issuer: string;
  /** The row of numbers it belongs to. */
  series: string;
  number: number | null;
  notation: string;
  date: string | null;
  request: Json<unknown>;
  docx: Uint8Array;
  docx_sha256: string;
  pdf: Uint8Array;
  pdf_sha256: string;
  made_at: string;
  made_by: string;
}
