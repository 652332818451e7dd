import { readFile, writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { Problem } from '../../kernel/index.ts';
import { type HistoryHead, verifyCitations, verifyHistory, verifyRows } from '../../operations/index.ts';
import { EXIT, say } from '../exit.ts';
import { writeLines } from '../output.ts';
import { withRegister } from '../register.ts';

export const command = new Command('verify')
  .summary('tell whether history and quotes are as they were written')
  .description(
    'Reads every action of every log and checks that it carries the hash of itself over the one before it, and every quote\n' +
      'against the text it stands in. Writes one JSON object a line for each that does not hold, and exits with 1.\n' +
      'Whoever owns the database could make a whole chain anew: keep the heads of today elsewhere, and check against them later.',
  )
  .option('--keep <file>', 'write the hash each log has come to, one JSON object a line')
  .option('--against <file>', 'check that the hashes kept then still stand')
  .option(
    '--rows',
    'also make every row that pages read again from its actions, aside, and name each that stands otherwise',
  )
  .action(({ keep, against, rows }: { keep?: string; against?: string; rows?: boolean }) =>
    withRegister(async (register) => {
      const history = await verifyHistory(register, against === undefined ? [] : await readHeads(against));
      const citations = await verifyCitations(register);
      await writeLines(history.breaches);
      await writeLines(citations.broken.map((one) => ({ ...one, breach: 'quote' })));
      const differing = rows ? await verifyRows(register) : [];
      await writeLines(differing);
      if (keep !== undefined) await writeFile(keep, history.heads.map((head) => `${JSON.stringify(head)}\n`).join(''));
      const broken = history.breaches.length + citations.broken.length + differing.length;
      say(`${history.actions} actions in ${history.logs} logs, ${citations.checked} quotes: ${broken} do not hold`);
      if (broken > 0) process.exitCode = EXIT.findings;
    }),
  );

/** @throws Problem `input-invalid` where the file is not what `--keep` writes */
async function readHeads(file: string): Promise<HistoryHead[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter((line) => line !== '');
  return lines.map((line, index) => {
    try {
      const { log, of, sequence, hash } = JSON.parse(line) as HistoryHead;
      if ([log, of, hash].every((word) => typeof word === 'string') && Number.isInteger(sequence))
        return { log, of, sequence, hash };
    } catch {}
    throw new Problem('input-invalid', { field: `${file}:${index + 1}`, reason: 'not written by verify --keep' });
  });
}
