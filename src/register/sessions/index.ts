export * from './actions.ts';
export * from './available.ts';
export type {
  AgendaItem,
  Decision as SessionDecision,
  ItemContent,
  ProposedAction,
  SeriesContent,
  SeriesState,
  Session as SeriesSession,
  SessionFacts,
  SessionStage,
} from './model.ts';
export * from './reduce.ts';
export * from './series-view.ts';
