import { Command } from 'commander';
import { alignChecked, type NumberedPassage, passagesOf, sentencePassages } from '../../alignment/index.ts';
import { warn } from '../exit.ts';
import { compileFor, keepMemorySmall } from '../memory.ts';
import { writeLines } from '../output.ts';
import { openDocument, openText } from '../reading.ts';

export const command = new Command('align')
  .summary('pair the passages of two language versions (JSONL)')
  .description(
    'Writes one JSON object for each group of lines that translate each other: the numbers of the lines on either\n' +
      'side (from 1; an empty list where one side has nothing) and a score from 0 to 1. Any two of Vietnamese, English,\n' +
      'Chinese and Persian.',
  )
  .argument('<a>', 'text, web page, Word, OpenDocument, PDF or picture of a page; - for standard input')
  .argument('<b>', 'the other language version')
  .option('--sentences', 'both files hold one sentence a line, and every line takes part')
  .option('--why', 'show the words each pair rests on')
  .action(async (fileA: string, fileB: string, options: { sentences?: true; why?: true }) => {
    keepMemorySmall();
    const read = async (file: string): Promise<NumberedPassage[]> =>
      options.sentences ? sentencesOf(await openText(file)) : passagesOf(await openDocument(file));
    const a = await read(fileA);
    const b = await read(fileB);
    compileFor([...a, ...b].reduce((sum, { text }) => sum + text.length, 0));
    const { value, messages } = alignChecked(a, b, { withoutReasons: options.why !== true });
    for (const message of messages) await warn(`${fileA}, ${fileB}`, message);
    const numbers = (side: readonly NumberedPassage[], lines: readonly number[]) =>
      lines.map((line) => side[line]?.line);
    await writeLines(
      value.map(({ a: linesA, b: linesB, score, why }) => ({
        a: numbers(a, linesA),
        b: numbers(b, linesB),
        score,
        ...(options.why ? { why } : {}),
      })),
    );
  });

function sentencesOf(text: string): NumberedPassage[] {
  return sentencePassages(text.replace(/\r?\n$/u, '').split(/\r?\n/u));
}
