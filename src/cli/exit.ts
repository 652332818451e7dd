import { type Message, Problem } from '../kernel/index.ts';
import { terminalLocale } from './locale.ts';

/** What the exit code tells the caller (contract). */
export const EXIT = { done: 0, findings: 1, unusable: 2 } as const;

/** Says on one line of stderr what is wrong and what to do, and makes the process end with 2. Does not throw. */
export async function fail(error: unknown): Promise<void> {
  process.exitCode = EXIT.unusable;
  const { problemText } = await import('../i18n/index.ts');
  say(problemText(terminalLocale(), asProblem(error)));
  if (process.env.SERVANDA_DEBUG) process.stderr.write(`${describe(error)}\n`);
}

/** Says on one line of stderr what was lost or doubtful in a file that could be used all the same. */
export async function warn(name: string, message: Message): Promise<void> {
  const { messageText } = await import('../i18n/index.ts');
  say(`${name}: ${messageText(terminalLocale(), message)}`);
}

/** Says on one line of stderr what went wrong inside; the technical details where `SERVANDA_DEBUG` asks for them. */
export function note(place: string, error: unknown): void {
  say(`${place}: ${messages(error).join(', because of ')}`);
  if (process.env.SERVANDA_DEBUG) process.stderr.write(`${describe(error)}\n`);
}

/** One line on stderr. */
export function say(text: string): void {
  process.stderr.write(`servanda: ${text.replace(/\s*\n\s*/g, ' ')}\n`);
}

/** Ends the process when stdout fails: quietly where `… | head` closed it, which is the reader's right. */
export function watchStdout(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(EXIT.done);
    const shown = error.code === 'ENOSPC' ? new Problem('disk-full', { path: 'standard output' }, error) : error;
    void fail(shown).then(() => process.exit());
  });
}

const SYSTEM: Readonly<Record<string, (error: NodeJS.ErrnoException) => Problem>> = {
  ENOENT: (error) => new Problem('file-missing', { name: error.path ?? '' }, error),
  ENOTDIR: (error) => new Problem('file-missing', { name: error.path ?? '' }, error),
  EACCES: (error) => new Problem('file-unreadable', { name: error.path ?? '', reason: 'permission denied' }, error),
  EISDIR: (error) => new Problem('file-unreadable', { name: error.path ?? '', reason: 'it is a folder' }, error),
  ENOSPC: (error) => new Problem('disk-full', { path: error.path ?? '' }, error),
  EFBIG: (error) => new Problem('disk-full', { path: error.path ?? '' }, error),
};

/** Tells what a person can mend (a Problem, a word of the operating system) from a mistake of ours. */
export function isRefusal(error: unknown): boolean {
  return asProblem(error).code !== 'unexpected';
}

/** A Problem as it is; an error of the operating system as the Problem it means; the rest as `unexpected`. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const system = error as NodeJS.ErrnoException;
  const known = system?.code === undefined ? undefined : SYSTEM[system.code];
  return known?.(system) ?? new Problem('unexpected', { id: String(system?.message ?? error) }, error);
}

function messages(error: unknown): string[] {
  if (!(error instanceof Error)) return [String(error)];
  return [error.message, ...(error.cause === undefined ? [] : messages(error.cause))];
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? String(error.stack) : `${error.stack}\n  caused by ${describe(error.cause)}`;
}
