import { type Context, deliverWebhooks } from '../operations/index.ts';
import { note } from './exit.ts';
import { lookEvery } from './look-every.ts';

/** How often it is looked whether somebody is to be told of something. */
const LOOK_MS = 5_000;

/** While the product is served, tells addresses elsewhere what changed; what fails is tried again later. */
export function tellWebhooks(register: Context): void {
  let busy = false;
  const look = async () => {
    if (busy) return;
    busy = true;
    await deliverWebhooks(register).catch((error: unknown) => note('webhooks', error));
    busy = false;
  };
  lookEvery(register, LOOK_MS, () => void look());
}
