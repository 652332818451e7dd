import type { Message } from '../kernel/index.ts';
import type { Parameter, Quality, WaterPoint, WaterSeriesAction, WaterSeriesState } from '../notices/index.ts';
import type { Json, LogColumns } from './tables.ts';

export interface WaterImportTable {
  id: string;
  party: string | null;
  at: string;
  by: string;
  name: string;
  format: 'waterml-2' | 'csv' | 'sensorthings' | 'exchange';
  sha256: string;
  added: number;
  corrected: number;
  same: number;
  findings: Json<readonly Message[]>;
}

export interface WaterSeriesTable {
  id: string;
  party: string | null;
  source: string | null;
  version: number;
  state: Json<WaterSeriesState>;
  station: string;
  name: string;
  latitude: number | null;
  longitude: number | null;
  datum: string | null;
  parameter: Parameter;
  property: string;
  unit: string;
  interpolation: string | null;
}

export interface WaterActionTable extends LogColumns {
  series_id: string;
  party: string | null;
  body: Json<WaterSeriesAction>;
}

export interface WaterValueTable {
  series_id: string;
  instant: string;
  time: string;
  value: number | null;
  quality: Quality;
  censored: WaterPoint['censored'];
  remark: string | null;
  import_id: string;
}

export interface WaterCorrectionTable {
  series_id: string;
  instant: string;
  value: number | null;
  quality: Quality;
  import_id: string;
}

export interface WaterTables {
  water_import: WaterImportTable;
  water_series: WaterSeriesTable;
  water_action: WaterActionTable;
  water_value: WaterValueTable;
  water_correction: WaterCorrectionTable;
}
