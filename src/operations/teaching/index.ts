export { applyPreview } from './apply-preview.ts';
export { listLessons, teachingInForce } from './lessons.ts';
export { cancelPreview, getPreview, startPreview } from './preview.ts';
export type * from './results.ts';
export { tryExample } from './try-example.ts';
