import { Command } from 'commander';
import { Problem } from '../../kernel/index.ts';
import { mailSettings, sendDigests, urgeForDay } from '../../operations/index.ts';
import { say } from '../exit.ts';
import { writeLines } from '../output.ts';
import { withRegister } from '../register.ts';

export const command = new Command('urge')
  .summary('run the ladder of urging for a day (JSONL)')
  .description(
    'Urges over what is pressing on a day: enters each urging in the log of its task, and sends each person one digest where mail\n' +
      'is set up (SERVANDA_SMTP, SERVANDA_MAIL_FROM, SERVANDA_URL). Writes the urgings, one JSON object a line; run again for\n' +
      'the same day it urges nobody twice. `servanda serve` does the same by itself once a day.',
  )
  .option('--day <date>', 'the day (ISO), today unless told')
  .option('--party <code>', 'one side only')
  .option('--dry-run', 'only tell what would be urged')
  .action(({ day, party, dryRun = false }: { day?: string; party?: string; dryRun?: boolean }) =>
    withRegister(async (register) => {
      if (day !== undefined && Number.isNaN(Date.parse(`${day}T00:00:00Z`))) {
        throw new Problem('input-invalid', { field: '--day', reason: 'an ISO date' });
      }
      const settings = mailSettings();
      const on = day ?? register.clock.now().slice(0, 10);
      const urged = await urgeForDay(register, { day: on, party: party ?? null, mail: settings !== null, dry: dryRun });
      await writeLines(urged.urgings);
      say(`${urged.urgings.length} urgings, ${urged.people} digests, ${urged.unreached} that reach nobody`);
      if (settings === null || dryRun) return;
      const { sent, failed } = await sendDigests(register, settings);
      say(`${sent} digests sent, ${failed} failed`);
    }),
  );
