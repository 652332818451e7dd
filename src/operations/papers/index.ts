export { draftPaper } from './draft-paper.ts';
export { paperEnvelope } from './envelope.ts';
export {
  checkWordFile,
  draftFile,
  listPapers,
  madeFile,
  makePaper,
  type PaperFormat,
  paperLayouts,
} from './make-paper.ts';
export * from './results.ts';
