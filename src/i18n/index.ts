export { actorName, type BodyForms, bodyForms, learnBodyNames, type SaidName } from './actors.ts';
export { hasMessage, type MessageId } from './catalogues.ts';
export { findingText } from './findings.ts';
export * from './format.ts';
export { linkSentence, type SaidLink } from './lineage.ts';
export { relationName } from './relations.ts';
export * from './sentences.ts';
export { LOCALE_TAGS, type Translate, translate, translator, type Values } from './translate.ts';
