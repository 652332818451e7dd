export { actOnWater, type WaterDeed } from './act-on-water.ts';
export { importWater, listWaterImports, type WaterImport } from './import-water.ts';
export { exportWater, listWater, readWaterSeries, type WaterRow, type WaterView, waterPartners } from './read-water.ts';
export { shareWater } from './share-water.ts';
