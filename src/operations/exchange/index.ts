export type { InboxRecord, OutboxRecord, PartnerShareRecord } from '../../db/index.ts';
export { makeBundle, type TakenBundle, type TakenMessage, takeBundle } from './bundle.ts';
export { deliverExchange } from './deliver.ts';
export { exportExchangeLog } from './export-log.ts';
export { type KeptBack, listKeptBack } from './kept-back.ts';
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
export { listReferences, placeReference, type ReferenceView, type SaidPlace } from './places.ts';
export { listPartnerPublications, type PartnerPublication, readPartnerText } from './publications.ts';
export { type OutgoingMessage, partnersToTell, putInOutbox } from './put-in-outbox.ts';
export { assertKnownSender, receiveAttachment, receiveMessage, receiveState, type WireRequest } from './receive.ts';
export { RECEIVERS, type Received, type Receiver } from './receivers.ts';
export { takeUpAgain } from './take-up.ts';
export { agreeToThing, editThing, type JointThing, listJointThings, type ProposedEdit } from './travel/things.ts';
export { type ExchangeView, exchangeView, type PartnerDetail, type PartnerView, partnerDetail } from './view.ts';
export { type Carry, carryByWeb, type WireAnswer } from './wire.ts';
