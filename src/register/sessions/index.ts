export * from './actions.ts';
export * from './available.ts';
export * from './changes.ts';
export type {
  AgendaItem,
  CardEvidence,
  CountedRequest,
  DateProposal,
  Decision as SessionDecision,
  ItemContent,
  KeptOut,
  ProposedAction,
  SeriesContent,
  SeriesLevel,
  SeriesRhythm,
  SeriesStanding,
  SeriesState,
  Session as SeriesSession,
  SessionFacts,
  SessionStage,
} from './model.ts';
export {
  CARD_EVIDENCE,
  ITEM_REASONS,
  KEPT_OUT,
  PROPOSED_TYPES,
  REQUEST_OUTCOMES,
  SERIES_LEVELS,
  SERIES_RHYTHMS,
  SERIES_STANDINGS,
} from './model.ts';
export * from './outcomes.ts';
export * from './reduce.ts';
export * from './series-view.ts';
export * from './told.ts';
