import { Command, CommanderError } from 'commander';
import { COMMANDS } from './commands/table.ts';
import { EXIT, fail, watchStdout } from './exit.ts';
import { packageVersion } from './package.ts';

/**
 * The command line: runs one command and sets the exit code (0 done, 1 findings that the caller asked to fail on,
 * 2 unusable input). Results go to stdout, everything else to stderr.
 */
export async function run(args: readonly string[]): Promise<void> {
  watchStdout();
  try {
    const program = await programFor(args[0] === 'help' ? args[1] : args[0]);
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.unusable;
    else await fail(error);
  }
}

/** The program with every command listed, and the one asked for loaded. */
async function programFor(name: string | undefined): Promise<Command> {
  const program = new Command('servanda')
    .description(
      'Finds the commitments in joint statements, communiqués and directives, and keeps them until they are kept.',
    )
    .version(packageVersion(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showSuggestionAfterError()
    .addHelpText('after', EXAMPLES);
  behave(program);
  for (const [title, entry] of Object.entries(COMMANDS)) {
    if (title === name) program.addCommand(behave((await entry.load()).command));
    else program.command(title).description(entry.summary);
  }
  return program;
}

/** One line for a wrong call, and no exit behind our back. */
function behave(command: Command): Command {
  return command.exitOverride().configureOutput({
    outputError: (text, write) =>
      write(
        `servanda: ${text
          .replace(/^error: /, '')
          .trim()
          .replace(/\s*\n\s*/g, ' ')}\n`,
      ),
  });
}

const EXAMPLES = `
Examples:
  servanda extract statement.txt | head       the first commitments, one JSON object a line
  servanda import statement.docx              into the register
  servanda serve                              the pages on http://localhost:4700

Results go to stdout, messages and progress to stderr.
Exit code: 0 done, 1 findings you asked to fail on, 2 input that cannot be used.
SERVANDA_DEBUG=1 adds the technical details to an error.`;
