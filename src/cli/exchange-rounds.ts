import { type Context, deliverExchange } from '../operations/index.ts';
import { note } from './exit.ts';
import { lookEvery } from './look-every.ts';

/** How often it is looked whether something is to be sent. */
const LOOK_MS = 2_000;

/** While the product is served, exchanges with other nodes; what fails is tried again later. Nothing is done at the start itself. */
export function exchangeRounds(register: Context): void {
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    await deliverExchange(register).catch((error: unknown) => note('exchange', error));
    busy = false;
  };
  lookEvery(register, LOOK_MS, () => void look());
}
