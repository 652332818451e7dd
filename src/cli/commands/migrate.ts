import { Command } from 'commander';
import { health } from '../../operations/index.ts';
import { say } from '../exit.ts';
import { withRegister } from '../register.ts';

export const command = new Command('migrate')
  .summary('bring the database to this version')
  .description(
    'Applies what is missing to the database (DATABASE_URL, or the data folder SERVANDA_DATA, ./data unless told).\n' +
      'serve and import do the same when they start.',
  )
  .action(() =>
    withRegister(async (register) => {
      const { database } = await health(register);
      say(`${database} is up to date`);
    }),
  );
