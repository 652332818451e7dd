import { Command } from 'commander';
import { readInTurn } from '../../commitments/index.ts';
import type { Document } from '../../documents/index.ts';
import type { Teaching } from '../../vocabulary/index.ts';
import { openKnowledge } from '../knowledge.ts';
import { clearUpSooner, compileWhatIsUsedMost, keepMemorySmall } from '../memory.ts';
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
  .option('--knowledge <file>', 'read with what was taught, as the page Teach saves it')
  .action(async (files: string[], options: { progress?: boolean; knowledge?: string }) => {
    keepMemorySmall();
    clearUpSooner();
    compileWhatIsUsedMost();
    const teaching = await openKnowledge(options.knowledge);
    await writeLines(records(openDocuments(files, options.progress === true), teaching));
  });

async function* records(documents: AsyncIterable<Document>, teaching: Teaching | undefined) {
  for await (const document of documents) {
    for (const { candidates } of readInTurn(document, teaching)) {
      for (const candidate of candidates) yield extractRecord(document.name, candidate);
    }
  }
}
