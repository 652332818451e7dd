export { type ChainedRow, LOGS, type LogName, linkHash, logRows, miscountedLogs } from './chain.ts';
export { connect, type Database, type Place, type Queries } from './connect.ts';
export { COPIED, type CopiedTable, copierInto, copyOut, isEmpty, NOT_COPIED, schemaOf, startOver } from './copy.ts';
export { describeSchema } from './describe-schema.ts';
export { PGLITE_OPTIONS } from './dialects/pglite.ts';
export { insertRows, type JsonRow } from './insert-rows.ts';
export { migrate, migrations } from './migrate.ts';
export type * from './sheet-tables.ts';
export * from './stores/account-identities.ts';
export * from './stores/accounts.ts';
export * from './stores/actions.ts';
export * from './stores/alert-feeds.ts';
export * from './stores/api-tokens.ts';
export * from './stores/body-names.ts';
export * from './stores/commitments.ts';
export * from './stores/dissemination.ts';
export {
  appendEntityActions,
  type EntityRecord,
  type EntryAction,
  entitiesByIds,
  entitiesOf,
  entityActions,
  entityById,
  familyIds,
  familyOf,
  followMerges,
  keepProfileEdition,
  lockEntity,
  profileEdition,
  putEntities,
} from './stores/entities.ts';
export * from './stores/entities-then.ts';
export * from './stores/entity-list.ts';
export * from './stores/entity-mentions.ts';
export * from './stores/exchange-keys.ts';
export * from './stores/exchange-log.ts';
export * from './stores/expressions.ts';
export * from './stores/identity.ts';
export * from './stores/import-jobs.ts';
export * from './stores/inbox.ts';
export * from './stores/kept.ts';
export * from './stores/ladders.ts';
export * from './stores/lessons.ts';
export * from './stores/lineage-links.ts';
export * from './stores/lineage-texts.ts';
export * from './stores/logins.ts';
export * from './stores/made-rows.ts';
export * from './stores/notices.ts';
export * from './stores/outbox.ts';
export * from './stores/pages.ts';
export * from './stores/pairs.ts';
export * from './stores/papers.ts';
export * from './stores/partner-references.ts';
export * from './stores/partner-shares.ts';
export * from './stores/partners.ts';
export * from './stores/portal.ts';
export * from './stores/publications.ts';
export * from './stores/quotas.ts';
export * from './stores/register-facets.ts';
export { type FoundFilter, type RegisterFilter, withFound } from './stores/register-filter.ts';
export * from './stores/register-list.ts';
export {
  type CommitmentThen,
  logsBefore,
  placesNow,
  type RegisterThen,
  readAsItStood,
  type WorkThen,
  workLogsBefore,
} from './stores/register-then.ts';
export * from './stores/series.ts';
export * from './stores/shared-tasks.ts';
export * from './stores/sheets.ts';
export * from './stores/snapshot-pairs.ts';
export * from './stores/snapshots.ts';
export * from './stores/suggestions.ts';
export * from './stores/task-debts.ts';
export * from './stores/task-files.ts';
export * from './stores/task-list.ts';
export * from './stores/tasks.ts';
export * from './stores/units.ts';
export * from './stores/urgings.ts';
export * from './stores/version-proposals.ts';
export * from './stores/versions.ts';
export * from './stores/water.ts';
export * from './stores/webhooks.ts';
export * from './stores/works.ts';
export type * from './tables.ts';
export type * from './urging-tables.ts';
