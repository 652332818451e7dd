export { answerPortal } from './answer.ts';
export { previewPage } from './preview.ts';
