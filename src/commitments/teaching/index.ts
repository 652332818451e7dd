export { compareReadings, type ReadingChange } from './compare-readings.ts';
