import { Command } from 'commander';
import { readInTurn } from '../../commitments/index.ts';
import type { Document } from '../../documents/index.ts';
import { clearUpSooner, keepMemorySmall } from '../memory.ts';
import { writeLines } from '../output.ts';
import { openDocuments } from '../reading.ts';
import { extractRecord } from '../record.ts';

export const command = new Command('extract')
  .summary('read the commitments in files (JSONL)')
  .description(
    'Reads the commitments in the files and writes one JSON object a line, in document order.\n' +
      'start and end are UTF-16 offsets in the decoded text of a .txt file; in other formats, in the text extracted.',
  )
  .argument('<file...>', 'text, web page, Word, OpenDocument, PDF or picture of a page; - for standard input')
  .option('--progress', 'show progress on stderr even where it is not a terminal')
  .action(async (files: string[], options: { progress?: boolean }) => {
    keepMemorySmall();
    clearUpSooner();
    await writeLines(records(openDocuments(files, options.progress === true)));
  });

async function* records(documents: AsyncIterable<Document>) {
  for await (const document of documents) {
    for (const { candidates } of readInTurn(document)) {
      for (const candidate of candidates) yield extractRecord(document.name, candidate);
    }
  }
}
