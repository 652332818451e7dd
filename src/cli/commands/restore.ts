import { createReadStream } from 'node:fs';
import { Command } from 'commander';
import { restore } from '../../operations/index.ts';
import { say } from '../exit.ts';
import { withRegister } from '../register.ts';

export const command = new Command('restore')
  .summary('bring a backup back')
  .description('Puts a backup into an empty register; with --replace, in place of what is there.')
  .argument('<file>', 'file that backup wrote; - for standard input')
  .option('--replace', 'give up what the register holds now')
  .action((file: string, options: { replace?: boolean }) =>
    withRegister(async (register) => {
      const pieces = file === '-' ? process.stdin : createReadStream(file);
      const { rows } = await restore(register, pieces, { replace: options.replace === true });
      say(`${rows} rows restored from ${file}`);
    }),
  );
