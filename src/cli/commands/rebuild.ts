import { Command } from 'commander';
import { rebuildRegister } from '../../operations/index.ts';
import { say } from '../exit.ts';
import { withRegister } from '../register.ts';

export const command = new Command('rebuild')
  .summary('make what pages read again from the logs of actions')
  .description(
    'Makes every row of the registers again from its actions and the present text: commitments, entries, tasks, sessions,\n' +
      'quotas, pairs, notices, publications, what is kept of past days and of both sides. No action is changed. Nobody need\n' +
      'run it but after a history that came from elsewhere, or where a row was changed behind the program.',
  )
  .action(() =>
    withRegister(async (register) => {
      say(`${await rebuildRegister(register)} commitments and what belongs to them made again from their actions`);
    }),
  );
