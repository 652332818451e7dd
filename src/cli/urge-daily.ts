import { type Context, mailSettings, sendDigests, urgeToday } from '../operations/index.ts';
import { note } from './exit.ts';
import { lookEvery } from './look-every.ts';

/** How often the clock is looked at, and the hour of the machine from which people are urged. */
const LOOK_MS = 10 * 60_000;
const FROM_HOUR = 7;

/**
 * While the product is served, runs the ladders once a day and sends the digests; what fails is tried again with the next look.
 * Nothing is done at the start itself.
 */
export function urgeDaily(register: Context): void {
  const look = async () => {
    const settings = mailSettings();
    if (new Date().getHours() >= FROM_HOUR) await urgeToday(register, settings !== null);
    if (settings !== null) await sendDigests(register, settings);
  };
  lookEvery(register, LOOK_MS, () => void look().catch((error: unknown) => note('urging', error)));
}
