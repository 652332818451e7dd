import { Command, Option } from 'commander';
import { LOCALES, type Locale } from '../../kernel/index.ts';
import { type Context, commitmentBatches, exportRegister } from '../../operations/index.ts';
import { terminalLocale } from '../locale.ts';
import { write, writeLines } from '../output.ts';
import { withRegister } from '../register.ts';

interface Options {
  readonly format: 'csv' | 'json';
  readonly locale?: Locale;
}

export const command = new Command('export')
  .summary('write the register out (CSV or JSON)')
  .description(
    'Writes every commitment of the register: csv as a table for people, json as the whole register for programs.',
  )
  .addOption(new Option('--format <format>', 'form of the output').choices(['csv', 'json']).default('csv'))
  .addOption(new Option('--locale <locale>', 'language of the table (else that of the terminal)').choices([...LOCALES]))
  .action((options: Options) =>
    withRegister((register) =>
      options.format === 'json' ? writeJson(register) : writeCsv(register, options.locale ?? terminalLocale()),
    ),
  );

async function writeJson(register: Context): Promise<void> {
  await writeLines([await exportRegister(register)]);
}

async function writeCsv(register: Context, locale: Locale): Promise<void> {
  const { COLUMNS, registerCsv } = await import('../../server/index.ts');
  for await (const piece of registerCsv(commitmentBatches(register, {}), COLUMNS, locale)) await write(piece);
}
