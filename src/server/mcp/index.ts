export { answerMcp } from './protocol.ts';
