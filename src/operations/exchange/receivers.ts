import type { PartnerRecord, Queries } from '../../db/index.ts';
import type { Envelope, MessageType } from '../../exchange/index.ts';
import type { Context } from '../context.ts';
import { receiveNotice } from '../notices/receive-notice.ts';
import { receiveWater } from '../water/share-water.ts';
import { receiveChannel } from './travel/channels.ts';
import { receivePublication } from './travel/publications.ts';
import { receiveReading } from './travel/readings.ts';
import { receiveAction } from './travel/tasks.ts';
import { receiveThing } from './travel/things.ts';

/** A message that came, whose signature, number and fields were checked, and the partner it came from. */
export interface Received {
  readonly envelope: Envelope;
  readonly partner: PartnerRecord;
  readonly context: Pick<Context, 'clock' | 'newId'>;
}

/**
 * Takes a message up, inside the transaction that marks it as done. Messages come in any order, each once. What it throws leaves
 * the message where it is, to be tried again, and is shown to people.
 */
export type Receiver = (queries: Queries, received: Received) => Promise<void>;

/** Who takes which message up; one line a type. */
export const RECEIVERS: Readonly<Record<MessageType, Receiver>> = {
  'servanda.action': receiveAction,
  'servanda.reading': receiveReading,
  'servanda.conclusion': receiveThing,
  'servanda.session': receiveThing,
  'servanda.publication': receivePublication,
  'servanda.channel': receiveChannel,
  'servanda.notice': receiveNotice,
  'servanda.water': receiveWater,
};
