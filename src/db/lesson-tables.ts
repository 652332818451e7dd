import type { LessonActionBody, LessonEntry, SuggestionActionBody } from '../register/index.ts';
import type { CoverageCounts, Json, LogColumns } from './tables.ts';

export interface LessonTable {
  id: string;
  relation: string;
  version: number;
  in_force: boolean;
  undoable: string | null;
  entry: Json<LessonEntry>;
  taught_by: string;
  taught_at: string;
}

export interface LessonActionTable extends LogColumns {
  lesson_id: string;
  body: Json<LessonActionBody>;
}

export interface RereadCoverageTable {
  manifestation_id: string;
  coverage: Json<CoverageCounts>;
  /** How often the text was read again. */
  times: number;
}

/** A suggestion is set aside, or taken up again; the latest action on its key holds. */
export interface SuggestionActionTable extends LogColumns {
  relation: string;
  key: string;
  body: Json<SuggestionActionBody>;
}
