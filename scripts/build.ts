/** `npm run build`: the pages into dist/, where they are older than their sources, and the typed client of the API. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePages, packageVersion, ROOT } from '../src/cli/index.ts';
import { clientSource, describeRoutes } from '../src/server/index.ts';

const folder = await ensurePages(() => console.log('Building the pages…'));
console.log(`The pages are in ${folder}`);

const description = (await describeRoutes(packageVersion())) as Parameters<typeof clientSource>[0];
const folderOfClient = join(ROOT, 'dist/client');
mkdirSync(folderOfClient, { recursive: true });
writeFileSync(join(folderOfClient, 'servanda.ts'), clientSource(description));
console.log(`The client is in ${folderOfClient}`);
