/** `npm run build`: the pages into dist/, where they are older than their sources, and the typed client of the API. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { ensurePages, packageVersion, ROOT } from '../src/cli/index.ts';
import { clientSource, describeRoutes } from '../src/server/index.ts';

const folder = await ensurePages(() => console.log('Building the pages…'));
console.log(`The pages are in ${folder}`);

const description = (await describeRoutes(packageVersion())) as Parameters<typeof clientSource>[0];
mkdirSync(`${ROOT}/dist/client`, { recursive: true });
writeFileSync(`${ROOT}/dist/client/servanda.ts`, clientSource(description));
console.log(`The client is in ${ROOT}/dist/client`);
