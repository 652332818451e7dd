import { Command } from 'commander';
import { messageText } from '../../i18n/index.ts';
import { waterModule } from '../../notices/index.ts';
import { terminalLocale } from '../locale.ts';
import { writeLines } from '../output.ts';
import { readSource } from '../source.ts';

export const command = new Command('water')
  .summary('check FILE: hold water data to their format; read FILE: its values (JSONL)')
  .description('Water data: WaterML 2.0, the CSV profile, JSON named as in SensorThings.');

command
  .command('check <file>')
  .description(
    'Writes one JSON object for each thing found, with line and column. Ends with 1 where one of them is an error.',
  )
  .action(async (file: string) => {
    const { readWater } = await waterModule();
    const { findings } = readWater((await readSource(file)).bytes);
    const locale = terminalLocale();
    await writeLines(
      findings.map(({ rule, severity, clause, line, column, more = 0, ...finding }) => ({
        ...{ rule, severity, clause, line, column, says: messageText(locale, finding) },
        ...(more > 0 ? { more } : {}),
      })),
    );
    if (findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
  });

command
  .command('read <file>')
  .description('Writes one JSON object a value, with its station, parameter, unit, datum, time, instant and quality.')
  .action(async (file: string) => {
    const { readWater } = await waterModule();
    const { series, findings } = readWater((await readSource(file)).bytes);
    await writeLines(
      series.flatMap(({ station, parameter, property, unit, points }) =>
        points.map((point) => ({ station: station.id, parameter, property, unit, datum: station.datum, ...point })),
      ),
    );
    if (findings.some(({ severity }) => severity === 'error')) process.exitCode = 1;
  });
