import {
  askAlertFeeds,
  type Context,
  followNotices,
  mailSettings,
  remindContacts,
  sendPages,
} from '../operations/index.ts';
import { note } from './exit.ts';
import { lookEvery } from './look-every.ts';

/** How often clocks of notices are looked at, and after how many looks desks are reminded to confirm themselves. */
const LOOK_MS = 5_000;
const LOOKS_TO_REMIND = 720;

/**
 * While the product is served, takes the steps of the ladder when clocks run out and tells whom they turn to; what fails is tried again
 * with the next look. Nothing is done at the start itself.
 */
export function watchNotices(register: Context): void {
  let busy = false;
  let looks = 0;
  const look = async () => {
    if (busy) return;
    busy = true;
    try {
      const { failed } = await followNotices(register);
      if (failed > 0) note('notices', `${failed} could not be followed`);
      if (++looks % LOOKS_TO_REMIND === 0) await remindContacts(register);
      await sendPages(register, mailSettings());
    } catch (error) {
      if (!register.closing.aborted) note('notices', error);
    }
    busy = false;
  };
  let asking = false;
  // Feeds of others may be slow to answer; the clocks of notices do not wait for them.
  const ask = async () => {
    if (asking) return;
    asking = true;
    await askAlertFeeds(register).catch((error: unknown) => {
      if (!register.closing.aborted) note('alert-feeds', error);
    });
    asking = false;
  };
  lookEvery(register, LOOK_MS, () => {
    void look();
    void ask();
  });
}
