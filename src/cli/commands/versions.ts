import { Command } from 'commander';
import { compareVersions, type VersionFinding } from '../../alignment/index.ts';
import { readCommitments } from '../../commitments/index.ts';
import type { Locale } from '../../kernel/index.ts';
import { warn } from '../exit.ts';
import { terminalLocale } from '../locale.ts';
import { compileFor } from '../memory.ts';
import { writeLines } from '../output.ts';
import { showProgress } from '../progress.ts';
import { openDocument } from '../reading.ts';

export const command = new Command('versions')
  .summary('compare two language versions (JSONL)')
  .description(
    'Writes one JSON object for each difference between two language versions of a document: its type (untranslated,\n' +
      'omitted, added, number-mismatch, name-error, wrong-title, meaning-shift), severity, the version that is probably\n' +
      'wrong, line and quote on either side, and a note that says what differs. For a person to judge.',
  )
  .argument('<a>', 'text, web page, Word, OpenDocument, PDF or picture of a page; - for standard input')
  .argument('<b>', 'the other language version')
  .option('--fail', 'exit with 1 where there is a critical or major finding')
  .action(async (fileA: string, fileB: string, options: { fail?: true }) => {
    const [a, b] = [await openDocument(fileA), await openDocument(fileB)];
    compileFor(a.text.length + b.text.length);
    const bar = await showProgress(false);
    bar.at(0, STEPS, fileA);
    const readA = readCommitments(a).candidates;
    bar.at(1, STEPS, fileB);
    const readB = readCommitments(b).candidates;
    bar.at(2, STEPS, `${fileA}, ${fileB}`);
    const { value, messages } = compareVersions(a, b, { a: readA, b: readB });
    bar.stop();
    for (const message of messages) await warn(`${fileA}, ${fileB}`, message);
    const { findingText } = await import('../../i18n/index.ts');
    const locale = terminalLocale();
    await writeLines(value.map((finding) => record(finding, locale, findingText)));
    if (options.fail && value.some(({ severity }) => severity !== 'minor')) process.exitCode = 1;
  });

/** Reading one version, reading the other, comparing them. */
const STEPS = 3;

type Say = (locale: Locale, finding: Pick<VersionFinding, 'rule' | 'details'>) => string;

function record({ type, severity, side, a, b, rule, details }: VersionFinding, locale: Locale, say: Say) {
  const place = (found: VersionFinding['a']) => found && { line: found.line, quote: found.quote };
  const note = say(locale, { rule, details });
  return { type, a: place(a), b: place(b), note, severity, side, why: rule };
}
