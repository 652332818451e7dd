import { existsSync } from 'node:fs';
import { Command, Option } from 'commander';
import { bodyForms } from '../../i18n/index.ts';
import { LOCALES, type Locale, type Message, Problem, systemClock } from '../../kernel/index.ts';
import {
  bodyNames,
  type Context,
  commitmentBatches,
  exportList,
  exportRegister,
  expressionAkn,
  type ListAsked,
  listWorks,
} from '../../operations/index.ts';
import { OPEN_SEAT } from '../../register/index.ts';
import { warn } from '../exit.ts';
import { terminalLocale } from '../locale.ts';
import { write, writeLines } from '../output.ts';
import { openDocument } from '../reading.ts';
import { withRegister } from '../register.ts';

interface Options {
  readonly format: 'csv' | 'json' | 'akn' | 'xlsx' | 'jsonld';
  readonly list?: ListName;
  readonly locale?: Locale;
}

export const command = new Command('export')
  .summary('write the register out (CSV, JSON), or one text (Akoma Ntoso)')
  .description(
    'Writes every commitment of the register: csv as a table for people, json as the whole register for programs.\n' +
      'With --list one list as its page shows it: also xlsx (to fill in and bring back) and jsonld (W3C linked data).\n' +
      'akn writes one text with its structure and commitments as Akoma Ntoso: a file, or a text or work of the register.',
  )
  .argument('[text]', 'akn only: a file, or the id of a text or of a work with one text')
  .addOption(
    new Option('--format <format>', 'form of the output')
      .choices(['csv', 'json', 'xlsx', 'jsonld', 'akn'])
      .default('csv'),
  )
  .addOption(
    new Option('--list <list>', 'a list as its page shows it').choices(['commitments', 'tasks', 'sessions', 'terms']),
  )
  .addOption(new Option('--locale <locale>', 'language of the table (else that of the terminal)').choices([...LOCALES]))
  .action((text: string | undefined, options: Options) => {
    if (options.format === 'akn') return writeText(text);
    if (text !== undefined) throw new Problem('input-invalid', { field: text, reason: '--format akn' });
    if (options.list !== undefined || options.format === 'xlsx' || options.format === 'jsonld') {
      return writeList(options.list ?? 'commitments', options.format, options.locale ?? terminalLocale());
    }
    return withRegister((register) =>
      options.format === 'json' ? writeJson(register) : writeCsv(register, options.locale ?? terminalLocale()),
    );
  });

type ListName = 'commitments' | 'tasks' | 'sessions' | 'terms';

/** A list in a form, as its page shows it without a filter. */
async function writeList(list: ListName, format: ListFormat, locale: Locale): Promise<void> {
  const { listFile } = await import('../../server/index.ts');
  await withRegister(async (register) => {
    const logs = format === 'json' || format === 'jsonld';
    const query = list === 'commitments' ? ({ sort: 'place-in-text', order: 'asc' } as const) : {};
    const exported = await exportList(register, { list, query } as ListAsked, OPEN_SEAT, { locale, logs });
    await write((await listFile(exported, format, locale, null)).content);
  });
}

type ListFormat = Exclude<Options['format'], 'akn'>;

async function writeJson(register: Context): Promise<void> {
  await writeLines([await exportRegister(register)]);
}

async function writeCsv(register: Context, locale: Locale): Promise<void> {
  const { COLUMNS, registerCsv } = await import('../../server/index.ts');
  const names = bodyForms(await bodyNames(register));
  for await (const piece of registerCsv(commitmentBatches(register, {}), COLUMNS, locale, names)) await write(piece);
}

async function writeText(text: string | undefined): Promise<void> {
  if (text === undefined)
    throw new Problem('input-invalid', { field: '--format akn', reason: 'servanda export --format akn FILE' });
  const { value, messages } = existsSync(text)
    ? await fileAkn(text)
    : await withRegister(async (register) => expressionAkn(register, await expressionOf(register, text)));
  await tell(text, messages);
  await write(value);
}

/** The id of a text, or of a work that has one text only. */
async function expressionOf(register: Context, id: string): Promise<string> {
  const work = (await listWorks(register)).find((one) => one.id === id);
  if (work === undefined) return id;
  const [only, ...more] = work.expressions;
  if (only && more.length === 0) return only.id;
  const texts = work.expressions.map((one) => `${one.language} ${one.id}`).join(', ');
  throw new Problem('input-invalid', { field: id, reason: texts });
}

async function fileAkn(path: string) {
  const { describeFile, valuesOf } = await import('../../documents/index.ts');
  const { readCommitments } = await import('../../commitments/index.ts');
  const { writeAkn } = await import('../../reports/index.ts');
  const document = await openDocument(path);
  const described = describeFile(document);
  const { candidates } = readCommitments(document);
  return writeAkn({
    ...document,
    work: { ...valuesOf(described), number: described.number?.value ?? null },
    commitments: candidates.map((one, i) => ({ ...one, id: String(i + 1), decision: null, review: null })),
    source: { name: document.name, sha256: document.sha256, version: 1, start: 0 },
    on: systemClock.now().slice(0, 10),
  });
}

async function tell(name: string, messages: readonly Message[]): Promise<void> {
  for (const message of messages) await warn(name, message);
}
