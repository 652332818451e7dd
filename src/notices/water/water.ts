export type { WaterReading } from './gather.ts';
export * from './measures.ts';
export * from './model.ts';
export { isSound, readWater } from './read-water.ts';
export { WATER_RULES, type WaterFinding } from './rules.ts';
export * from './series.ts';
export { readTime } from './times.ts';
export * from './watch.ts';
export { sensorThings, writeWaterCsv, writeWaterMl } from './write-water.ts';
