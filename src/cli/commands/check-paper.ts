import { readFile } from 'node:fs/promises';
import { Command } from 'commander';
import { Problem } from '../../kernel/index.ts';
import { papersModule } from '../../reports/index.ts';
import { writeLines } from '../output.ts';

export const command = new Command('check-paper')
  .summary('say where a Word file departs from its layout (JSONL)')
  .description(
    'Measures a Word file (pages, margins, faces, sizes, the order and looks of its parts, the form of number and date,\n' +
      'signature, recipients, annex) and writes one JSON object for each thing that is not as the layout has it, with the\n' +
      'id of the rule and its clause. Ends with 1 where there is any.',
  )
  .argument('<file>', 'a .docx, made here or elsewhere')
  .requiredOption('--layout <id>', 'vn-state-2020, vn-party-36, vn-party-05, cn-official-2012 or plain')
  .action(async (file: string, { layout }: { layout: string }) => {
    const { checkPaper, layoutById, readWord } = await papersModule();
    const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
      throw new Problem('file-unreadable', { name: file, reason: error.code ?? '' }, error);
    });
    const deviations = checkPaper(readWord({ name: file, bytes }), layoutById(layout));
    await writeLines(deviations);
    if (deviations.length > 0) process.exitCode = 1;
  });
