import { type Context, escalationsAhead } from '../operations/index.ts';
import { OPEN_SEAT } from '../register/index.ts';
import { note } from './exit.ts';
import { lookEvery } from './look-every.ts';

/** How often it is looked whether a day has begun. */
const LOOK_MS = 10_000;

/**
 * While the product is served, works out what the ladders have ahead at the start and as soon as a day begins, so that nobody's first
 * look of a day waits for it.
 */
export function prepareDays(register: Context): void {
  let prepared = '';
  const look = async () => {
    const day = register.clock.now().slice(0, 10);
    if (day === prepared) return;
    prepared = day;
    await escalationsAhead(register, OPEN_SEAT, { limit: 1 });
  };
  const lookAgain = () =>
    void look().catch((error: unknown) => {
      prepared = '';
      if (!register.closing.aborted) note('what is ahead', error);
    });
  lookAgain();
  lookEvery(register, LOOK_MS, lookAgain);
}
