import { allUnits, type DigestItem, markDigest, unsentDigests } from '../../db/index.ts';
import { addDays } from '../../kernel/index.ts';
import { nameIn } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { digestMail, localeOfParty } from './digest-text.ts';
import { type MailSettings, mailPage, openMailer } from './mail.ts';
import { referenceOf } from './reference.ts';

/** Days after which a digest that could not be sent is old news. */
const FRESH = 3;

/** Sends the digests that wait, and tries again those that failed in the last days; what fails stays with its reason. */
export async function sendDigests(
  { whole, clock }: Context,
  settings: MailSettings,
): Promise<{ readonly sent: number; readonly failed: number }> {
  const waiting = await unsentDigests(whole.queries, addDays(clock.now().slice(0, 10), -FRESH));
  const done = { sent: 0, failed: 0 };
  if (waiting.length === 0) return done;
  const units = new Map((await allUnits(whole.queries)).map((unit) => [unit.id, unit]));
  const mailer = await openMailer(settings);
  try {
    for (const { id, day, party, items, address, name } of waiting) {
      const locale = localeOfParty(party);
      const unitName = (unit: string) => nameIn(units.get(unit)?.names ?? {}, locale);
      const mail = digestMail(items as readonly DigestItem[], { day, locale, pages: settings.pages, unitName });
      const html = mailPage(mail.text, locale);
      const reference = referenceOf(id);
      const failure = await mailer.send({ id, to: { name, address }, ...mail, html, reference }).then(
        () => null,
        (error: unknown) => (error instanceof Error ? error.message : String(error)),
      );
      const state = failure === null ? 'sent' : 'failed';
      await whole.write((queries) => markDigest(queries, id, state, failure?.slice(0, 500) ?? null));
      done[state] += 1;
    }
  } finally {
    mailer.close();
  }
  return done;
}
