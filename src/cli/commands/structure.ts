import { Command } from 'commander';
import { readCommitments } from '../../commitments/index.ts';
import { describeFile, findCuts, findOddities, structureLines } from '../../documents/index.ts';
import { writeLines } from '../output.ts';
import { openDocument } from '../reading.ts';

export const command = new Command('structure')
  .summary('show what each line of a file is (JSONL)')
  .description(
    'Writes one JSON object for each line of the file that is not blank: its number (from 1), its role\n' +
      '(heading, item, paragraph, continuation, furniture), its full label, its language, and the line it continues.',
  )
  .argument('<file>', 'text, web page, Word, OpenDocument, PDF or picture of a page; - for standard input')
  .option('--what', 'instead: what the file is: type, number, title, dates, parties …, each with the words that say so')
  .option('--oddities', 'instead: what is odd in the text, with place and quote')
  .action(async (file: string, { what, oddities }: { what?: boolean; oddities?: boolean }) => {
    const document = await openDocument(file);
    if (oddities) return writeLines(findOddities(document, readCommitments(document).candidates));
    if (!what) return writeLines(structureLines(document));
    const fields = Object.entries(describeFile(document)).flatMap(([field, told]) =>
      told ? [{ field, ...told }] : [],
    );
    await writeLines([...fields, ...findCuts(document).map((cut) => ({ field: 'work', ...cut }))]);
  });
