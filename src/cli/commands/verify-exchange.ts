import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';
import { Problem } from '../../kernel/index.ts';
import { EXIT, say } from '../exit.ts';
import { writeLines } from '../output.ts';
import { ROOT } from '../package.ts';

/** What `bin/verify-exchange.mjs` gives: it stands alone, so that whoever checks a log needs nothing of ours but itself. */
interface Verifier {
  verifyExchange(text: string): {
    readonly faults: readonly string[];
    readonly events: number;
    readonly messages: number;
  };
}

export const command = new Command('verify-exchange')
  .summary('tell whether a log of exchange is as both nodes signed it')
  .description(
    'Reads a log of what was exchanged with a partner (page Partners) and checks every hash of its chain, every signature of a\n' +
      'message and of a receipt. Writes one JSON object a line for each thing that does not hold, and exits with 1.\n' +
      'bin/verify-exchange.mjs does the same without the product; docs/exchange.md says how.',
  )
  .argument('<file>', 'the log, as the page Partners exports it')
  .action(async (file: string) => {
    const text = await readFile(file, 'utf8').catch(() => {
      throw new Problem('file-missing', { name: file });
    });
    const { verifyExchange } = (await import(pathToFileURL(join(ROOT, 'bin/verify-exchange.mjs')).href)) as Verifier;
    const { faults, events, messages } = read(verifyExchange, text, file);
    await writeLines(faults.map((fault) => ({ fault })));
    say(`${events} events, ${messages} messages: ${faults.length} do not hold`);
    if (faults.length > 0) process.exitCode = EXIT.findings;
  });

function read(verifyExchange: Verifier['verifyExchange'], text: string, file: string) {
  try {
    return verifyExchange(text);
  } catch {
    throw new Problem('input-invalid', { field: file, reason: 'no log of exchange' });
  }
}
