export * from './coming.ts';
export * from './digest.ts';
export { isSendingDay, type Ladder, type LadderStep, ladderOf, type Urged } from './ladder.ts';
export * from './ladder-log.ts';
export * from './late-reports.ts';
export { ladderSchema, URGED } from './schema.ts';
export * from './steps-coming.ts';
export {
  type LadderUrging,
  type UrgedPost,
  type UrgedTask,
  type UrgingRules,
  urgingsAhead,
  urgingsDue,
} from './urgings-due.ts';
