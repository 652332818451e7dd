export { documentDate } from './attributes/document-date.ts';
export { type DateMatch, scanDates } from './attributes/due.ts';
export { findNames, type NameMention } from './attributes/names.ts';
export { findParties, type Parties, provinceOf } from './attributes/parties.ts';
export { profileFor } from './attributes/profile-choice.ts';
export type * from './clause.ts';
export * from './evaluation/index.ts';
export type * from './model.ts';
export { readCommitments, readInTurn } from './read-commitments.ts';
