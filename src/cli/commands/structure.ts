import { Command } from 'commander';
import { structureLines } from '../../documents/index.ts';
import { writeLines } from '../output.ts';
import { openDocument } from '../reading.ts';

export const command = new Command('structure')
  .summary('show what each line of a file is (JSONL)')
  .description(
    'Writes one JSON object for each line of the file that is not blank: its number (from 1), its role\n' +
      '(heading, item, paragraph, continuation, furniture), its full label, its language, and the line it continues.',
  )
  .argument('<file>', 'text, web page, Word, OpenDocument, PDF or picture of a page; - for standard input')
  .action(async (file: string) => {
    await writeLines(structureLines(await openDocument(file)));
  });
