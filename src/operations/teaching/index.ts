export { applyPreview, startApplying } from './apply-preview.ts';
export { listLessons } from './lessons.ts';
export { cancelPreview, getPreview, startPreview } from './preview.ts';
export type * from './results.ts';
export { listSuggestions, setSuggestionAside } from './suggestions.ts';
export { tryExample } from './try-example.ts';
