import type { PublicationBody, PublicationState, PublicView } from '../register/index.ts';
import type { Json, LogColumns } from './tables.ts';

/** An item and what is public of it; `title` to `search` are taken from the view, for lists. */
export interface PublicationTable extends Pick<PublicationState, 'kind' | 'item' | 'side' | 'state' | 'fields'> {
  /** Its permanent address. */
  id: string;
  version: number;
  withdrawn_by: string | null;
  view: Json<PublicView | null>;
  title: string | null;
  language: string | null;
  work: string | null;
  text: string | null;
  day: string | null;
  place: number | null;
  /** Of a commitment its kind, of a work its type, of a task where it stands. */
  form: string | null;
  sector: string | null;
  strength: string | null;
  due: string | null;
  search: string | null;
  first_at: string;
  changed_at: string;
}

export interface PublicationActionTable extends LogColumns {
  publication_id: string;
  party: string | null;
  body: Json<PublicationBody>;
}

export interface PublicationTables {
  publication: PublicationTable;
  publication_action: PublicationActionTable;
}
