import { Command } from 'commander';
import { readCommitments } from '../../commitments/index.ts';
import {
  gatherVersions,
  type LineageReason,
  type LineageWork,
  lineageMessages,
  readWorks,
  traceWorks,
  type UnitPlace,
} from '../../lineage/index.ts';
import { warn } from '../exit.ts';
import { writeLines } from '../output.ts';
import { openDocuments } from '../reading.ts';

export const command = new Command('trace')
  .summary('follow each commitment through later and more local texts (JSONL)')
  .description(
    'Orders the files by their dates and writes one JSON object for each unit of an earlier work that goes on in a later\n' +
      'or more local one, then one for each unit that is new or dropped. Files of one day and type are versions of one\n' +
      'work; a letter that carries a statement with it holds two works.',
  )
  .argument('<file...>', 'text, web page, Word, OpenDocument, PDF or picture of a page; - for standard input')
  .option('--progress', 'show progress on stderr even where it is not a terminal')
  .action(async (files: string[], options: { progress?: boolean }) => {
    const read: LineageWork[] = [];
    for await (const document of openDocuments(files, options.progress === true)) {
      read.push(...readWorks(document, readCommitments(document).candidates));
    }
    const works = gatherVersions(read).map(({ work }) => work);
    const lineage = traceWorks(works);
    for (const message of lineageMessages(works, lineage)) await warn('trace', message);
    const { links, statuses } = lineage;
    const records = [
      ...links.map(({ a, b, relation, score, why }) => ({
        a: side(a),
        b: side(b),
        relation,
        score,
        why: why.map(reason),
      })),
      ...statuses.map(({ place, status, why }) => ({ ...side(place), status, why: why.map(reason) })),
    ];
    await writeLines(records);
  });

/** The work is named only where the file holds more than one. */
function side({ doc, quote, work }: UnitPlace) {
  return { doc, quote, ...(work === doc ? {} : { work }) };
}

function reason({ rule, words }: LineageReason): string {
  return words === '' ? rule : `${rule}: ${words}`;
}
