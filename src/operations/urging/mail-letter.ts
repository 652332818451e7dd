import {
  allAccounts,
  insertLetterMail,
  listTasks,
  postHolders,
  type Queries,
  taskActionsOf,
  type UrgingOfLetter,
  unitById,
} from '../../db/index.ts';
import { formatDate, translate } from '../../i18n/index.ts';
import { type Locale, MEDIA_TYPES, Problem } from '../../kernel/index.ts';
import { keepsSide, nameIn, reduceTask, type Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { draftFile, paperLayouts } from '../papers/index.ts';
import { type MailSettings, mailPage, openMailer } from './mail.ts';
import { referenceOf } from './reference.ts';

/** A letter that went out: its reference and to whom. */
export interface SentLetter {
  readonly reference: string;
  readonly addresses: readonly string[];
}

/**
 * Sends the letter to a unit over all it leads that is overdue, to who heads it (else to who reports for it): as text and page, with the
 * letter as a Word file.
 * @throws Problem `seat-may-not`, `not-found` (the unit, nothing overdue, or nobody to write to), `mail-refused`
 */
export async function mailLetter(
  context: Context,
  { unit, locale }: { readonly unit: string; readonly locale: Locale },
  seat: Seat,
  settings: MailSettings,
): Promise<SentLetter> {
  if (!keepsSide(seat)) throw new Problem('seat-may-not', { deed: 'urge' });
  const { whole, database, clock, newId } = context;
  const day = clock.now().slice(0, 10);
  const { names } = await unitById(database.queries, unit);
  const overdue = { units: [unit], role: 'lead', timeliness: ['overdue'] } as const;
  const rows = await listTasks(database.queries, overdue, { day, at: null }, { offset: 0, limit: LISTED });
  const [first] = rows;
  if (first === undefined) throw new Problem('not-found', { noun: 'task', id: unit });
  const to = await addressesOf(whole.queries, unit, day);
  if (to.length === 0) throw new Problem('not-found', { noun: 'address', id: unit });
  const id = newId();
  const reference = referenceOf(id);
  const text = [
    translate(locale, 'letter-mail.to', { unit: nameIn(names, locale) }),
    translate(locale, 'letter-mail.opening', { count: rows.length, day: formatDate(locale, day) }),
    rows
      .map(({ title, due }, index) => `${index + 1}. ${title} (${due === null ? '' : formatDate(locale, due)})`)
      .join('\n'),
    translate(locale, 'letter-mail.request'),
    translate(locale, 'letter-mail.answer-with', { reference }),
  ].join('\n\n');
  const bytes = await wordFile(context, { party: first.party, relation: first.relation ?? '', unit, locale }, seat);
  const file = { name: `servanda-${reference}.docx`, type: MEDIA_TYPES.docx, bytes };
  const mailer = await openMailer(settings);
  try {
    for (const { name, address } of to) {
      const subject = translate(locale, 'letter-mail.subject');
      await mailer
        .send({
          id,
          to: { name, address },
          subject,
          text,
          html: mailPage(text, locale),
          files: [file],
          reference,
          byHand: true,
        })
        .catch((error: unknown) => {
          throw new Problem('mail-refused', { reason: error instanceof Error ? error.message.slice(0, 200) : '?' });
        });
    }
  } finally {
    mailer.close();
  }
  const addresses = to.map(({ address }) => address);
  await database.write(async (queries) => {
    const tasks = rows.map(({ task_id }) => task_id);
    const urgings = await openUrgings(queries, tasks);
    const { party } = first;
    await insertLetterMail(queries, {
      ...{ id, party, reference, unit, urgings, addresses },
      sent_at: clock.now(),
      sent_by: seat.hand,
    });
  });
  return { reference, addresses };
}

/** Tasks named in one letter. */
const LISTED = 300;

/** The letter as papers make it, in the layout of the side's own country where there is one. */
async function wordFile(
  context: Context,
  about: { readonly party: string; readonly relation: string; readonly unit: string; readonly locale: Locale },
  seat: Seat,
): Promise<Uint8Array> {
  const { party, relation, unit, locale } = about;
  const day = context.clock.now().slice(0, 10);
  const fits = (await paperLayouts()).find(
    ({ country, family, from, until, codes }) =>
      country === party &&
      family !== 'vn-party' &&
      'urging' in codes &&
      (from === null || from <= day) &&
      (until === null || day <= until),
  );
  const blank = {
    other: null,
    tasks: [],
    every: null,
    asOf: null,
    series: null,
    session: null,
    issuer: null,
    number: null,
  };
  const words = {
    notation: '',
    term: '',
    place: '',
    date: day,
    addressees: [],
    recipients: [],
    authority: '',
    signTitle: '',
    signer: '',
  };
  const request = {
    ...{ kind: 'urging' as const, layout: fits?.id ?? 'plain', relation, party, language: locale, unit },
    ...blank,
    ...words,
    ...{ annexSize: 'A4' as const, answerBy: null },
  };
  return (await draftFile(context, request, 'docx', seat)).bytes;
}

/** The latest urging of each task that has no reply yet. */
export async function openUrgings(queries: Queries, tasks: readonly string[]): Promise<UrgingOfLetter[]> {
  const found: UrgingOfLetter[] = [];
  for (const task of tasks) {
    const log = await taskActionsOf(queries, task);
    if (log.length === 0) continue;
    const urging = reduceTask(log).urgings.findLast(({ reply }) => reply === null);
    if (urging !== undefined) found.push({ task, urging: urging.id });
  }
  return found;
}

async function addressesOf(queries: Queries, unit: string, day: string) {
  const held = (await postHolders(queries, day)).filter((one) => one.unit === unit);
  const heads = held.filter(({ role }) => role === 'unit-head');
  const people = new Set(
    (heads.length > 0 ? heads : held.filter(({ role }) => role === 'reporter')).map(({ person }) => person),
  );
  const accounts = (await allAccounts(queries)).filter(({ id }) => people.has(id));
  return accounts.map(({ name, mail }) => ({ name, address: mail }));
}
