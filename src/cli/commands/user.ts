import { Command } from 'commander';
import { Problem } from '../../kernel/index.ts';
import {
  actOnPerson,
  addPerson,
  type Context,
  holdPost,
  listPeople,
  listUnits,
  type PersonAction,
} from '../../operations/index.ts';
import { ROLES, type Role } from '../../register/index.ts';
import { writeLines } from '../output.ts';
import { withRegister } from '../register.ts';

/** Whoever runs the machine keeps the people of all parties. */
const MACHINE = { by: 'machine', party: null, account: null };

export const command = new Command('user')
  .summary('accounts: list, add, invite, disable, enable, reset-totp')
  .description(
    'Keeps the accounts of this machine, for whoever runs it. Writes one JSON object a line; a link is to be handed over\n' +
      'in person and stands behind the address of the server: https://…/invitation#LINK',
  );

command
  .command('list')
  .description('everybody with an account, and their posts')
  .action(() => withRegister(async (register) => writeLines(await listPeople(register, MACHINE))));

command
  .command('add <mail> <name>')
  .description('an account, with a one-time link to choose a password')
  .option('--party <code>', 'party whose administrators keep the account, where no unit is given')
  .option('--unit <id>', 'unit of the post (servanda user units)')
  .option('--role <role>', `role of the post: ${ROLES.join(', ')}`)
  .action((mail: string, name: string, { party, unit, role }: { party?: string; unit?: string; role?: string }) =>
    withRegister(async (register) => {
      if ((unit === undefined) !== (role === undefined) || (role !== undefined && !isRole(role))) {
        throw new Problem('input-invalid', { field: '--role', reason: `with --unit, one of ${ROLES.join(', ')}` });
      }
      if ((unit === undefined) === (party === undefined)) {
        throw new Problem('input-invalid', { field: '--party', reason: 'either a party or a unit' });
      }
      const made = await addPerson(register, { ...MACHINE, party: party ?? null }, { mail, name });
      if (unit !== undefined && role !== undefined) {
        const from = register.clock.now().slice(0, 10);
        await holdPost(register, MACHINE, { account: made.id, unit, role: role as Role, from, until: null });
      }
      await writeLines([made]);
    }),
  );

command
  .command('units')
  .description('the units of all parties, with their ids')
  .action(() => withRegister(async (register) => writeLines(await listUnits(register))));

for (const [name, type, says] of [
  ['invite', 'invite', 'another one-time link, where a password is lost'],
  ['disable', 'disable', 'shut an account; its sessions end'],
  ['enable', 'enable', 'open it again'],
  ['reset-totp', 'totp-off', 'take a lost second factor away'],
] as const) {
  command
    .command(`${name} <mail>`)
    .description(says)
    .action((mail: string) => withRegister((register) => act(register, mail, type)));
}

function isRole(word: string): word is Role {
  return (ROLES as readonly string[]).includes(word);
}

async function act(register: Context, mail: string, type: PersonAction): Promise<void> {
  const person = (await listPeople(register, MACHINE)).find((one) => one.mail === mail.trim().toLowerCase());
  if (person === undefined) throw new Problem('not-found', { noun: 'account', id: mail });
  await writeLines([
    { id: person.id, mail: person.mail, done: type, ...(await actOnPerson(register, MACHINE, person.id, type)) },
  ]);
}
