export * from './edit-beads.ts';
export * from './judged-findings.ts';
export * from './model.ts';
export * from './moved.ts';
export * from './place-passages.ts';
export * from './reduce.ts';
