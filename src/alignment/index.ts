export { align, alignChecked } from './align.ts';
export * from './measure.ts';
export * from './model.ts';
export { type NumberedPassage, passagesOf, sentencePassages } from './passages.ts';
export { compareVersions } from './versions/compare.ts';
export type * from './versions/model.ts';
