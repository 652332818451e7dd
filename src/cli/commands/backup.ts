import { open, rename, rm, stat } from 'node:fs/promises';
import { Command } from 'commander';
import { Problem } from '../../kernel/index.ts';
import { backup } from '../../operations/index.ts';
import { write } from '../output.ts';
import { withRegister } from '../register.ts';

export const command = new Command('backup')
  .summary('save everything into one file')
  .description('Saves the register with its documents, decisions and history into one file that restore takes back.')
  .argument('<file>', 'file to write; - for standard output')
  .option('--force', 'write over a file that is there already')
  .action((file: string, options: { force?: boolean }) =>
    withRegister((register) => (file === '-' ? toStdout(backup(register)) : toFile(backup(register), file, options))),
  );

async function toStdout(pieces: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const piece of pieces) await write(piece);
}

/** Written beside and moved into place when complete: a full disk leaves no half backup under the wanted name. */
async function toFile(pieces: AsyncIterable<Uint8Array>, file: string, { force }: { force?: boolean }): Promise<void> {
  if (!force && (await stat(file).catch(() => null)) !== null) {
    throw new Problem('file-unreadable', { name: file, reason: 'it exists already; --force writes over it' });
  }
  const partial = `${file}.part`;
  const handle = await open(partial, 'w');
  try {
    for await (const piece of pieces) await handle.write(piece);
    await handle.sync();
    await handle.close();
    await rename(partial, file);
  } catch (error) {
    await handle.close().catch(() => {});
    await rm(partial, { force: true });
    throw error;
  }
}
