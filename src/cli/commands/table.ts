import type { Command } from 'commander';

/** What a file of this folder exports: one commander Command, ready to be added to the program. */
export interface CommandFile {
  readonly command: Command;
}

interface Entry {
  /** One line for `servanda --help`; the Command's own description may say more. */
  readonly summary: string;
  readonly load: () => Promise<CommandFile>;
}

/**
 * Every command by name, in the order of the help. Only the file of the command that was asked for is loaded, so that
 * the others cost nothing at the start.
 */
export const COMMANDS: Readonly<Record<string, Entry>> = {
  extract: { summary: 'read the commitments in files (JSONL)', load: () => import('./extract.ts') },
  structure: { summary: 'show what each line of a file is (JSONL)', load: () => import('./structure.ts') },
  align: {
    summary: 'pair the passages of two language versions (JSONL)',
    load: () => import('./align.ts'),
  },
  versions: { summary: 'compare two language versions (JSONL)', load: () => import('./versions.ts') },
  trace: { summary: 'follow each commitment through later texts (JSONL)', load: () => import('./trace.ts') },
  evaluate: { summary: 'measure the reading against gold', load: () => import('./evaluate.ts') },
  serve: { summary: 'the register and its pages, on http://localhost:4700', load: () => import('./serve.ts') },
  import: { summary: 'read files into the register', load: () => import('./import.ts') },
  export: { summary: 'write the register out (CSV or JSON)', load: () => import('./export.ts') },
  backup: { summary: 'save everything into one file', load: () => import('./backup.ts') },
  restore: { summary: 'bring a backup back', load: () => import('./restore.ts') },
  verify: { summary: 'tell whether history and quotes are as they were written', load: () => import('./verify.ts') },
  rebuild: { summary: 'make what pages read again from the logs of actions', load: () => import('./rebuild.ts') },
  'verify-exchange': {
    summary: 'tell whether a log of exchange is as both nodes signed it',
    load: () => import('./verify-exchange.ts'),
  },
  user: { summary: 'accounts: list, add, invite, disable, enable, reset-totp', load: () => import('./user.ts') },
  urge: { summary: 'run the ladder of urging for a day (JSONL)', load: () => import('./urge.ts') },
  'check-paper': {
    summary: 'say where a Word file departs from its layout (JSONL)',
    load: () => import('./check-paper.ts'),
  },
  cap: { summary: 'hold a CAP alert to the standard (cap check FILE, JSONL)', load: () => import('./cap.ts') },
  water: { summary: 'check and read files of water data (JSONL)', load: () => import('./water.ts') },
  migrate: { summary: 'bring the database to this version', load: () => import('./migrate.ts') },
};
