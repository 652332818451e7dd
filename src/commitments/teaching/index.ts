export { compareReadings, type ReadingChange } from './compare-readings.ts';
export { beginsWithKnownVerb } from './known-verbs.ts';
export { taughtRegisters } from './taught-registers.ts';
