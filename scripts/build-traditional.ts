/**
 * Builds src/vocabulary/data/traditional.json from OpenCC's table of characters. Run where it is installed:
 *   npm install --no-save opencc-js@1.4.2
 *   node scripts/build-traditional.ts node_modules
 * The table is under the Apache License 2.0 (OpenCC; its name and licence are written into the file).
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const packages = resolve(process.argv[2] ?? 'node_modules');
const file = join(packages, 'opencc-js', 'dist', 'esm-lib', 'dict', 'TSCharacters.js');
const { default: table } = (await import(pathToFileURL(file).href)) as { default: string };

/** A simplified text has this one too, in `著名`; a traditional one has 着 for the particle in what is read here. */
const KEPT = new Set('著');
/** A variant the table leaves to whole words. */
const ADDED = [['裏', '里']] as const;

const pairs = new Map<string, string>();
for (const row of table.split('|')) {
  const [from = '', to = ''] = row.split(' ');
  if (from.length === 1 && to.length === 1 && from !== to && !KEPT.has(from)) pairs.set(from, to);
}
for (const [from, to] of ADDED) pairs.set(from, to);
const rows = [...pairs].toSorted(([one], [two]) => (one < two ? -1 : 1));

const data = {
  source: 'OpenCC TSCharacters (opencc-js 1.4.2), https://github.com/BYVoid/OpenCC',
  licence: 'Apache-2.0',
  traditional: rows.map(([from]) => from).join(''),
  simplified: rows.map(([, to]) => to).join(''),
};
writeFileSync(
  new URL('../src/vocabulary/data/traditional.json', import.meta.url),
  `${JSON.stringify(data, null, 2)}\n`,
);
process.stdout.write(`${rows.length} characters\n`);
