export * from './digest.ts';
export { isSendingDay, type Ladder, type LadderStep, ladderOf, type Urged } from './ladder.ts';
export * from './late-reports.ts';
export * from './urgings-due.ts';
