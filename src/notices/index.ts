export * from './available.ts';
export type { CapAlert, CapSeverity } from './cap/model.ts';
export type { CapReading } from './cap/read-cap.ts';
export type { CapFinding, CapRule } from './cap/rules.ts';
export type { NoticeDraft } from './cap/to-notice.ts';
export * from './channels/index.ts';
export * from './check.ts';
export * from './clocks.ts';
export * from './duty/index.ts';
export * from './gates.ts';
export * from './ladder.ts';
export * from './model.ts';
export * from './position.ts';
export * from './reduce.ts';
export * from './types/index.ts';
export type { WaterReading } from './water/gather.ts';
export { convert as convertTo } from './water/measures.ts';
export type { Parameter, Quality, WaterPoint, WaterSeries, WaterStation } from './water/model.ts';
export type { WaterFinding } from './water/rules.ts';
export type { SeriesActionBody as WaterSeriesAction, SeriesState as WaterSeriesState } from './water/series.ts';
export { type Crossing, type MissingSlots, THRESHOLD_KINDS, type Threshold } from './water/watch.ts';
export * from './wire.ts';
export * from './zones.ts';

/** CAP 1.2: reading, rules, chains, levels, writing. Loaded with the first alert, not with the server. */
export function capModule(): Promise<typeof import('./cap/cap.ts')> {
  return import('./cap/cap.ts');
}

/** Water data: reading and writing files, what is missing, what passed a threshold. Loaded with the first file. */
export function waterModule(): Promise<typeof import('./water/water.ts')> {
  return import('./water/water.ts');
}
