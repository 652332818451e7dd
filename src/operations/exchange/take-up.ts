import { type InboxRecord, inboxNumbers, inboxToDo, partnerById, type Queries, setInbox } from '../../db/index.ts';
import { type Envelope, runOf } from '../../exchange/index.ts';
import { Problem } from '../../kernel/index.ts';
import type { Context } from '../context.ts';
import { withPartner } from './partners.ts';
import { RECEIVERS } from './receivers.ts';

const AT_ONCE = 100;
/** Tries of a message whose taking up broke off, before a person is asked. */
const TRIES = 5;

/** Takes up what came and waits, each message in a transaction of its own; what fails stays, and is shown. Returns how many. */
export async function takeUpInbox(context: Context): Promise<number> {
  let done = 0;
  for (const message of await inboxToDo(context.whole.queries, AT_ONCE)) {
    if (await takeUpOne(context, message)) done++;
  }
  return done;
}

async function takeUpOne(context: Context, message: InboxRecord): Promise<boolean> {
  const { source, id, partner_id, type, attempts } = message;
  try {
    await withPartner(context, partner_id, 'exchange', async (queries) => {
      const partner = await partnerById(queries, partner_id);
      const envelope = JSON.parse(message.envelope) as Envelope;
      if (partner !== undefined) await RECEIVERS[type](queries, { envelope, partner, context });
      await setInbox(queries, source, id, { state: 'done', failure: null, attempts: attempts + 1 });
    });
    return true;
  } catch (error) {
    const failure = error instanceof Error ? error.message.slice(0, 500) : 'failed';
    const given =
      error instanceof Problem ? !(await mayBeEarly(context.whole.queries, message, error)) : attempts + 1 >= TRIES;
    await setInbox(context.whole.queries, source, id, {
      ...{ state: given ? 'failed' : 'waiting', failure, attempts: attempts + 1 },
    });
    return false;
  }
}

/** What a message speaks of may stand in an earlier one, which it overtook: then it waits for that. */
async function mayBeEarly(
  queries: Queries,
  { partner_id, sequence }: InboxRecord,
  { code }: Problem,
): Promise<boolean> {
  if (code !== 'not-found') return false;
  return runOf(await inboxNumbers(queries, partner_id), sequence).upTo < sequence;
}

/** Tries a message that could not be taken up again. @throws Problem `not-found` */
export async function takeUpAgain(context: Context, partner: string, id: string): Promise<void> {
  await withPartner(context, partner, 'exchange', (queries) =>
    setInbox(queries, partner, id, { state: 'waiting', attempts: 0, failure: null }),
  );
  await takeUpInbox(context);
}
