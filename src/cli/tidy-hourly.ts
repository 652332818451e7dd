import { type Context, tidyRegister } from '../operations/index.ts';
import { note } from './exit.ts';
import { lookEvery } from './look-every.ts';

const HOUR_MS = 60 * 60_000;

/** While the product is served, puts together once an hour what imports keep apart; what fails is tried again with the next. */
export function tidyHourly(register: Context): void {
  lookEvery(register, HOUR_MS, () => void tidyRegister(register).catch((error: unknown) => note('tidying', error)));
}
