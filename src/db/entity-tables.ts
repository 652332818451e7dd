import type { FactStatus, FactValue } from '../entities/index.ts';
import type { EntityActionBody, EntityDecision, EntityFields, EntityOrigin } from '../register/index.ts';
import type { EntityKind } from '../vocabulary/index.ts';
import type { Json, LogColumns } from './tables.ts';

export interface EntityTable {
  id: string;
  relation: string;
  kind: EntityKind;
  origin: EntityOrigin;
  decision: EntityDecision;
  unsure: boolean;
  version: number;
  undoable: string | null;
  merged_into: string | null;
  /** The entry it now stands for: itself, or the last it was merged into. */
  canonical: string;
  name: string;
  search: string;
  party: string | null;
  type: string | null;
  successor: string | null;
  fields: Json<EntityFields>;
}

export interface EntityActionTable extends LogColumns {
  entity_id: string;
  body: Json<EntityActionBody>;
}

export interface EntityMentionTable {
  expression_id: string;
  index: number;
  entity_id: string;
  span_start: number;
  span_end: number;
  quote: string;
  prefix: string;
  suffix: string;
  rule: string;
  confidence: number;
}

export interface EntityFactTable {
  expression_id: string;
  index: number;
  entity_id: string;
  key: string;
  type: FactValue['type'];
  value: Json<FactValue>;
  status: FactStatus;
  span_start: number;
  span_end: number;
  quote: string;
  confidence: number;
}

export interface EntityProfileTable {
  relation: string;
  sha256: string;
}
