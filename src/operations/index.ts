export * from './accounts/index.ts';
export { type Addition, addCommitment } from './add-commitment.ts';
export * from './alerts/index.ts';
export { backup, restore } from './backup.ts';
export { bodyNames } from './body-names.ts';
export * from './calendar/index.ts';
export { getCommitment } from './commitments.ts';
export { atSeat, type Context, contextOf, type DatabaseConfig, openDatabase } from './context.ts';
export { correctText, type TextChange, undoCorrection } from './correct-text.ts';
export { type Decide, decide } from './decide.ts';
export { loadDemonstration } from './demonstration.ts';
export * from './dissemination/index.ts';
export * from './entities/index.ts';
export * from './exchange/index.ts';
export { exportRegister } from './export-register.ts';
export { expressionAkn } from './export-text.ts';
export { exportList, type ListAsked, type ShownList } from './exports/index.ts';
export { originalFile, readExpression } from './expressions.ts';
export { health } from './health.ts';
export { decideIdentity, type IdentityChange, type IdentityDecision } from './identity/decide-identity.ts';
export { listOpenPoints, type OpenPoints, type OpenWork } from './identity/open-points.ts';
export { type Identity, readIdentity } from './identity/read-identity.ts';
export { mergeText, splitText } from './identity/split-text.ts';
export { importFiles, startImport } from './import-files.ts';
export { getImport, type ImportInput, type JobListener } from './import-job.ts';
export {
  addLink,
  type CascadeView,
  CHANGES,
  type Change,
  type ChangeRow,
  type ChangesView,
  cascadeOf,
  decideLink,
  type LinkView,
  lineageWorks,
  type ThreadView,
  threadOf,
  traceLineage,
  type WorkInLineage,
  whatChanged,
} from './lineage/index.ts';
export * from './notices/index.ts';
export * from './pairs/index.ts';
export * from './papers/index.ts';
export * from './portal/index.ts';
export * from './publishing/index.ts';
export * from './quotas/index.ts';
export { startReader, type TextReader } from './reading/text-reader.ts';
export { rebuildRegister } from './rebuild.ts';
export { type CommitmentList, type CommitmentQuery, commitmentBatches, listCommitments } from './register.ts';
export * from './results.ts';
export { pagePicture, readScan } from './scan.ts';
export { type FoundInText, searchTexts } from './search-texts.ts';
export * from './sessions/index.ts';
export * from './sheets/index.ts';
export * from './sides/index.ts';
export * from './snapshots/index.ts';
export * from './tasks/index.ts';
export * from './teaching/index.ts';
export * from './terms/index.ts';
export { tidyRegister } from './tidy-register.ts';
export * from './urging/index.ts';
export { verifyCitations } from './verify-citations.ts';
export { verifyHistory } from './verify-history.ts';
export { verifyRows } from './verify-rows.ts';
export { joinWorks, separateText } from './versions/join-works.ts';
export { readParallels } from './versions/parallels.ts';
export type * from './versions/results.ts';
export { declineVersion, listProposals } from './versions/same-work.ts';
export { changeVersions, compareAgain, readVersions, type VersionsChange } from './versions/versions.ts';
export * from './water/index.ts';
export * from './webhooks/index.ts';
export { changeWork, getWork, listWorks, restoreWork, type WorkChange, withdrawWork } from './works.ts';
