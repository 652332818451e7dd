export {
  type DecidedUnit,
  lessonKey,
  lessonSubject,
  SUGGESTION_CAUSES,
  type Suggestion,
  type SuggestionActionBody,
  type SuggestionCause,
} from './model.ts';
export { type KnowsVerb, suggestLessons } from './suggest-lessons.ts';
