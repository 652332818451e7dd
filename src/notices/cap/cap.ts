export * from './answers.ts';
export * from './chain.ts';
export { checkAlert, languageOf } from './check-alert.ts';
export * from './levels.ts';
export * from './model.ts';
export { type CapReading, readCap } from './read-cap.ts';
export { acceptable, CAP_RULES, type CapFinding, type CapRule } from './rules.ts';
export { capTime, instantOf } from './times.ts';
export { writeCap } from './write-cap.ts';
