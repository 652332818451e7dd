export { type OutgoingMessage, partnersToTell, putInOutbox } from './put-in-outbox.ts';
export { RECEIVERS, type Received, type Receiver } from './receivers.ts';
