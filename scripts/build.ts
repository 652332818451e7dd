/** `npm run build`: the pages into dist/, where they are older than their sources. */
import { ensurePages } from '../src/cli/index.ts';

const folder = await ensurePages(() => console.log('Building the pages…'));
console.log(`The pages are in ${folder}`);
