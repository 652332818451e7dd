export { align, alignChecked } from './align.ts';
export * from './measure.ts';
export * from './model.ts';
export { type NumberedPassage, passagesOf, sentencePassages } from './passages.ts';
