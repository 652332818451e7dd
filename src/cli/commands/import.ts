import { Command } from 'commander';
import { traceLineage } from '../../operations/index.ts';
import { importPaths } from '../import-paths.ts';
import { writeLines } from '../output.ts';
import { withRegister } from '../register.ts';

export const command = new Command('import')
  .summary('read files into the register')
  .description(
    'Reads the files into the register. The same file again changes nothing; a corrected file becomes a new version of\n' +
      'its text, and what people decided follows the words. Writes the outcome of each file as a JSON object a line.',
  )
  .argument('<file...>', 'text, web page, Word, OpenDocument, PDF or picture of a page')
  .option('--progress', 'show progress on stderr even where it is not a terminal')
  .action((files: string[], options: { progress?: boolean }) =>
    withRegister(async (register) => {
      await writeLines(importPaths(register, files, options.progress === true));
      await traceLineage(register);
    }),
  );
