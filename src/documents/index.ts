export { checkDocument } from './check-document.ts';
export { describeWork, type WorkDescription } from './describe-work.ts';
export { flatten } from './flatten.ts';
export { detectLanguage } from './language/detect.ts';
export type * from './model.ts';
export { parseText, type TextSource } from './parse-text.ts';
export { type ReadOptions, readDocument, readText } from './read/read-document.ts';
export { sentenceEnds } from './sentences/split.ts';
export { type StructureLine, structureLines } from './structure-lines.ts';
