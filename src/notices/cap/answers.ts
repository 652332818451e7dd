import { type CapAlert, referenceTo } from './model.ts';

/**
 * CAP's Ack says that a message was received and accepted (3.2.1 msgType), and no more. Between duty posts two things
 * are told apart: a machine has it, a named post has read it, a named post acts on it. They travel as codes of the Ack.
 */
export const RECEIPTS = {
  received: 'urn:servanda:receipt:received',
  acknowledged: 'urn:servanda:receipt:acknowledged',
  'taken-in-charge': 'urn:servanda:receipt:taken-in-charge',
} as const;
export type Receipt = keyof typeof RECEIPTS;

/** Who answers, when, and how the answer is called. */
export interface Answering {
  readonly identifier: string;
  readonly sender: string;
  /** A CAP time. */
  readonly sent: string;
  /** The duty post, or why the message is refused: words for the one who reads the answer. */
  readonly note: string;
}

/** An Ack of a message, to its sender alone; of an exercise it is an exercise too. */
export function ackOf(alert: CapAlert, receipt: Receipt, answering: Answering): CapAlert {
  return { ...answer(alert, answering), msgType: 'Ack', code: [RECEIPTS[receipt]] };
}

/** An Error: the message is refused, and the note says why. */
export function errorOf(
  alert: Pick<CapAlert, 'identifier' | 'sender' | 'sent' | 'status'>,
  answering: Answering,
): CapAlert {
  return { ...answer(alert, answering), msgType: 'Error' };
}

/** How far an Ack goes; an Ack of others, without our codes, is a machine's receipt and nothing more. */
export function receiptOf(alert: CapAlert): Receipt | null {
  if (alert.msgType !== 'Ack') return null;
  const named = (Object.keys(RECEIPTS) as Receipt[]).filter((receipt) => alert.code.includes(RECEIPTS[receipt]));
  return named.at(-1) ?? 'received';
}

function answer(
  alert: Pick<CapAlert, 'identifier' | 'sender' | 'sent' | 'status'>,
  { identifier, sender, sent, note }: Answering,
): CapAlert {
  return {
    ...{ identifier, sender, sent, status: alert.status, msgType: 'Ack', source: null },
    ...{ scope: 'Private', restriction: null, addresses: [alert.sender], code: [], note },
    ...{ references: [referenceTo(alert)], incidents: [], info: [], signatures: 0 },
  };
}
