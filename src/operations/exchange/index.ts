export { deliverExchange } from './deliver.ts';
export { addOwnKey, endOwnKey, type NodeFields, setNode } from './node.ts';
export {
  addPartner,
  addPartnerKey,
  changePartner,
  type PartnerFields,
  revokePartnerKey,
  trustPartnerKey,
} from './partners.ts';
export { type OutgoingMessage, partnersToTell, putInOutbox } from './put-in-outbox.ts';
export { receiveAttachment, receiveMessage, receiveState, type WireRequest } from './receive.ts';
export { RECEIVERS, type Received, type Receiver } from './receivers.ts';
export { type Carry, carryByWeb, type WireAnswer } from './wire.ts';
