export { deliverExchange } from './deliver.ts';
export { addOwnKey, endOwnKey, type NodeFields, setNode } from './node.ts';
export { releaseMessage, resendMessage, withholdMessage } from './outgoing.ts';
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
export { takeUpAgain } from './take-up.ts';
export { agreeToThing, editThing, type JointThing, listJointThings, type ProposedEdit } from './travel/things.ts';
export { type Carry, carryByWeb, type WireAnswer } from './wire.ts';
