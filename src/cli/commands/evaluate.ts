import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Command } from 'commander';
import {
  detectionFigures,
  type Evaluation,
  evaluate,
  type GoldLine,
  locateGold,
  mergeEvaluations,
  parseGold,
  readCommitments,
} from '../../commitments/index.ts';
import { Problem } from '../../kernel/index.ts';
import { evaluationErrors, evaluationRecord, evaluationTable } from '../evaluation-report.ts';
import { EXIT } from '../exit.ts';
import { openKnowledge } from '../knowledge.ts';
import { write, writeLines } from '../output.ts';
import { showProgress } from '../progress.ts';
import { openDocument } from '../reading.ts';

interface Options {
  readonly seeds: string;
  readonly until?: number;
  readonly json?: boolean;
  readonly errors?: boolean;
  readonly failUnder?: number;
  readonly progress?: boolean;
  readonly knowledge?: string;
}

export const command = new Command('evaluate')
  .summary('measure the reading against gold')
  .description(
    'Reads the documents a gold file names and compares: units of kind commitment and support, one to one, best first,\n' +
      'intersection over union of the spans at least 0.5; the accuracy of each field among the pairs.',
  )
  .argument('<gold.jsonl>', 'one unit a line: doc, quote, nth and the fields')
  .requiredOption('--seeds <dir>', 'folder of the documents')
  .option('--until <offset>', 'leave out units that begin at or after this offset', wholeNumber('until'))
  .option('--json', 'figures as one JSON object')
  .option('--errors', 'also list every unit missed, found too much, or read differently')
  .option('--fail-under <f1>', 'end with exit code 1 where F1 is lower (0 to 1)', share)
  .option('--progress', 'show progress on stderr even where it is not a terminal')
  .option('--knowledge <file>', 'read with what was taught, as the page Teach saves it')
  .action(async (file: string, options: Options) => {
    const result = await measure(file, options);
    if (options.json) await writeLines([evaluationRecord(result, options.errors === true)]);
    else await write(evaluationTable(result) + (options.errors ? evaluationErrors(result) : ''));
    if (detectionFigures(result).f1 < (options.failUnder ?? 0)) process.exitCode = EXIT.findings;
  });

async function measure(file: string, options: Options): Promise<Evaluation> {
  const lines = parseGold(await readFile(file, 'utf8'), basename(file));
  if (lines.length === 0) throw new Problem('file-empty', { name: file });
  const teaching = await openKnowledge(options.knowledge);
  const byDocument = Map.groupBy(lines, (line: GoldLine) => line.doc);
  const bar = await showProgress(options.progress === true);
  const results: Evaluation[] = [];
  try {
    for (const [doc, gold] of byDocument) {
      bar.at(results.length, byDocument.size, doc);
      const document = await openDocument(join(options.seeds, doc));
      const units = locateGold(gold, document.text, basename(file));
      results.push(evaluate(units, readCommitments(document, teaching).candidates, options.until));
    }
  } finally {
    bar.stop();
  }
  return mergeEvaluations(results);
}

function wholeNumber(field: string): (text: string) => number {
  return (text) => {
    if (/^\d+$/.test(text)) return Number(text);
    throw new Problem('input-invalid', { field, reason: `“${text}” is no whole number` });
  };
}

function share(text: string): number {
  const value = Number(text);
  if (value >= 0 && value <= 1) return value;
  throw new Problem('input-invalid', { field: 'fail-under', reason: `“${text}” is no number from 0 to 1` });
}
