/**
 * Builds src/alignment/lexicon/data/cldr.json from Unicode's CLDR packages. Run where they are installed:
 *   npm install --no-save cldr-localenames-full cldr-dates-full cldr-units-full cldr-numbers-full cldr-annotations-full
 *   node scripts/build-cldr-terms.ts node_modules
 * The data are under the Unicode License v3 (see src/alignment/lexicon/data/README.md).
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

type Json = { readonly [key: string]: Json | string };
type Row = readonly [string, string, string, string];

const LANGUAGES = ['en', 'vi', 'zh', 'fa'] as const;
const packages = process.argv[2] ?? 'node_modules';

function read(name: string, folder: string, language: string, file: string): Json {
  const text = readFileSync(join(packages, name, folder, language, file), 'utf8');
  return JSON.parse(text) as Json;
}

function at(json: Json, path: readonly string[]): Json {
  return path.reduce<Json>((inner, key) => inner[key] as Json, json);
}

/** Flattens names by their key: `Europe/Paris` → Paris. */
function flatten(json: Json | string, path: string, into: Map<string, string>): void {
  if (typeof json === 'string') into.set(path, json);
  else for (const [key, value] of Object.entries(json)) flatten(value, `${path}/${key}`, into);
}

/** Rows of the keys that all four languages name; forms with `-alt-` join the key they vary. */
function rows(load: (language: string) => Json | string, keep: (key: string) => boolean): Row[] {
  const tables = LANGUAGES.map((language) => {
    const flat = new Map<string, string>();
    flatten(load(language), '', flat);
    const joined = new Map<string, Set<string>>();
    for (const [key, value] of flat) {
      const base = key.replace(/-alt-\w+/u, '');
      if (keep(base)) joined.set(base, (joined.get(base) ?? new Set<string>()).add(value.replaceAll(';', ',')));
    }
    return joined;
  });
  const [english] = tables;
  return [...(english?.keys() ?? [])].flatMap((key) => {
    const cells = tables.map((table) => [...(table.get(key) ?? [])].join('; '));
    return cells.every((cell) => cell !== '') ? [cells as unknown as Row] : [];
  });
}

const main = (name: string, file: string, path: readonly string[]) => (language: string) =>
  at(read(name, 'main', language, file), ['main', language, ...path]);

/** Emoji names of one to three words: bear, hospital, police officer. */
function emojiNames(language: string): Json {
  const table = at(read('cldr-annotations-full', 'annotations', language, 'annotations.json'), [
    'annotations',
    'annotations',
  ]);
  return Object.fromEntries(
    Object.entries(table).flatMap(([symbol, entry]) => {
      const [name] = ((entry as Json).tts as unknown as readonly string[] | undefined) ?? [];
      return name === undefined || /[:\d]/u.test(name) ? [] : [[symbol, name]];
    }),
  );
}

const all: Row[] = [
  ...rows(main('cldr-localenames-full', 'territories.json', ['localeDisplayNames', 'territories']), () => true),
  ...rows(main('cldr-localenames-full', 'languages.json', ['localeDisplayNames', 'languages']), (key) =>
    /^\/[a-z]{2}$/u.test(key),
  ),
  ...rows(main('cldr-dates-full', 'timeZoneNames.json', ['dates', 'timeZoneNames', 'zone']), (key) =>
    key.endsWith('/exemplarCity'),
  ),
  ...rows(main('cldr-numbers-full', 'currencies.json', ['numbers', 'currencies']), (key) =>
    /^\/[A-Z]{3}\/displayName$/u.test(key),
  ),
  ...rows(main('cldr-units-full', 'units.json', ['units', 'long']), (key) => key.endsWith('/displayName')),
  ...rows(
    main('cldr-dates-full', 'ca-gregorian.json', ['dates', 'calendars', 'gregorian', 'days', 'format', 'wide']),
    () => true,
  ),
  ...rows(emojiNames, () => true).filter(([english]) => english.split(' ').length <= 3),
];
const seen = new Set<string>();
const distinct = all.filter((row) => {
  const key = row.join('|');
  return row.every((cell) => cell === row[0]) || seen.has(key) ? false : seen.add(key).size > 0;
});
const body = distinct.map((row) => `    ${JSON.stringify(row)}`).join(',\n');
writeFileSync('src/alignment/lexicon/data/cldr.json', `{\n  "rows": [\n${body}\n  ]\n}\n`);
process.stderr.write(`${distinct.length} rows\n`);
