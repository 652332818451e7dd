import { type Context, tidyRegister } from '../operations/index.ts';
import { note } from './exit.ts';

const HOUR_MS = 60 * 60_000;

/** While the product is served, puts together once an hour what imports keep apart; what fails is tried again with the next. */
export function tidyHourly(register: Context): void {
  const timer = setInterval(
    () => void tidyRegister(register).catch((error: unknown) => note('tidying', error)),
    HOUR_MS,
  );
  timer.unref();
  register.closing.addEventListener('abort', () => clearInterval(timer));
}
