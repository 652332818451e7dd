import { Command } from 'commander';
import { messageText } from '../../i18n/index.ts';
import { capModule } from '../../notices/index.ts';
import { terminalLocale } from '../locale.ts';
import { writeLines } from '../output.ts';
import { readSource } from '../source.ts';

export const command = new Command('cap')
  .summary('check FILE: hold a CAP alert, or a feed of them, to the standard (JSONL)')
  .description(
    'Alerts of the Common Alerting Protocol, version 1.2 (and 1.0, 1.1, read as 1.2), alone or in a feed: Atom, RSS 2.0, EDXL-DE.',
  );

command
  .command('check <file>')
  .description(
    'Writes one JSON object for each thing found: rule, severity, clause, path, line, column and what it means.\n' +
      'Ends with 1 where one of them is an error (with --strict: or a warning).',
  )
  .option('--strict', 'warnings count as errors')
  .action(async (file: string, { strict = false }: { strict?: boolean }) => {
    const { checkCapFile } = await capModule();
    const findings = checkCapFile((await readSource(file)).bytes);
    const locale = terminalLocale();
    await writeLines(
      findings.map(({ rule, severity, clause, path, line, column, ...finding }) => ({
        ...{ rule, severity, clause, path, line, column },
        says: messageText(locale, finding),
      })),
    );
    if (findings.some(({ severity }) => severity === 'error' || (strict && severity === 'warning')))
      process.exitCode = 1;
  });
