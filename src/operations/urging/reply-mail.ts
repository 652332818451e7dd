import {
  allAccounts,
  digestsNamed,
  holdings,
  lettersNamed,
  presentTask,
  type Queries,
  type UrgingOfLetter,
} from '../../db/index.ts';
import { Problem } from '../../kernel/index.ts';
import { keepsSide, nameIn, type Seat } from '../../register/index.ts';
import { current } from '../accounts/sessions.ts';
import type { Context } from '../context.ts';
import { openUrgings } from './mail-letter.ts';
import { messageIdsIn, referencesIn } from './reference.ts';

/** Longest words of a reply that are taken over; what was quoted from our message is cut off before. */
const LONGEST = 5_000;

/** A mail somebody saved, and what it seems to answer; nothing is entered. */
export interface ReplyMail {
  readonly from: string;
  /** ISO instant the mail says it was written; null where it says none. */
  readonly at: string | null;
  readonly subject: string;
  readonly text: string;
  /** How it was matched: the thread the program kept, the reference in subject or words, or not at all. */
  readonly by: 'thread' | 'reference' | null;
  readonly urgings: readonly (UrgingOfLetter & { readonly title: string })[];
  /** The seat of the sender's address, where exactly one is known; said, never used by itself. */
  readonly sender: { readonly person: string; readonly unit: string; readonly role: string } | null;
}

/**
 * Reads a saved mail (.eml) and finds which urgings it answers, by its thread or by the reference of our message.
 * @throws Problem `seat-may-not`, `file-damaged` (no mail)
 */
export async function readReplyMail(context: Context, name: string, bytes: Uint8Array, seat: Seat): Promise<ReplyMail> {
  if (!keepsSide(seat)) throw new Problem('seat-may-not', { deed: 'reply' });
  const { default: PostalMime } = await import('postal-mime');
  const mail = await PostalMime.parse(bytes).catch(() => null);
  if (mail === null || (mail.from === undefined && mail.messageId === undefined)) {
    throw new Problem('file-damaged', { name, format: 'eml', reason: 'no mail' });
  }
  const text = answerOf(mail.text ?? wordsOf(mail.html ?? ''));
  const { queries } = context.database;
  const ids = messageIdsIn([mail.inReplyTo ?? '', mail.references ?? '']);
  const references = referencesIn(`${mail.subject ?? ''}\n${mail.text ?? ''}`);
  const threaded = ids.length === 0 ? [] : await urgingsOf(queries, ids, []);
  const found =
    threaded.length > 0 ? threaded : references.length === 0 ? [] : await urgingsOf(queries, [], references);
  const titled = [];
  for (const one of found) titled.push({ ...one, title: (await presentTask(queries, one.task))?.title ?? one.task });
  const from = mail.from?.address ?? '';
  const written = mail.date === undefined ? Number.NaN : Date.parse(mail.date);
  return {
    ...{ from, subject: mail.subject ?? '', text, urgings: titled },
    at: Number.isNaN(written) ? null : new Date(written).toISOString(),
    by: threaded.length > 0 ? 'thread' : titled.length > 0 ? 'reference' : null,
    sender: await senderOf(context, from, seat),
  };
}

async function urgingsOf(
  queries: Queries,
  ids: readonly string[],
  references: readonly string[],
): Promise<UrgingOfLetter[]> {
  const letters = await lettersNamed(queries, ids, references);
  const digests = await digestsNamed(queries, ids);
  const told = await openUrgings(queries, [...new Set(digests.flatMap(({ items }) => items.map(({ task }) => task)))]);
  const all = [...letters.flatMap(({ urgings }) => urgings), ...told];
  return [...new Map(all.map((one) => [one.urging, one])).values()];
}

/** The words of the answer: what it quotes from our message is cut off, from the first line that quotes on. */
function answerOf(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const quoted = lines.findIndex(
    (line) => /^\s*>/.test(line) || /^-{2,}\s*(original message|forwarded|thư gốc|原始邮件)/i.test(line),
  );
  const own = quoted < 0 ? lines : lines.slice(0, quoted);
  if (quoted > 0 && /:\s*$/.test(own.findLast((line) => line.trim() !== '') ?? '')) {
    own.splice(own.findLastIndex((line) => line.trim() !== ''));
  }
  return own.join('\n').trim().slice(0, LONGEST);
}

function wordsOf(html: string): string {
  return html
    .replace(/<(style|script)[^>]*>[\s\S]*?<\/\1>/gi, '')
    .replace(/<(br|\/p|\/div|\/li)[^>]*>/gi, '\n')
    .replace(/<[^>]+>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');
}

/** Whose address it is, where one person of the seat's side with one post has it. */
async function senderOf({ whole, clock }: Context, address: string, seat: Seat): Promise<ReplyMail['sender']> {
  const account = (await allAccounts(whole.queries)).find(({ mail }) => mail.toLowerCase() === address.toLowerCase());
  if (account === undefined) return null;
  const held = current(await holdings(whole.queries, { account: account.id }), clock.now());
  const own = held.filter(({ party }) => seat.party === null || party === seat.party);
  const [only, more] = own;
  if (only === undefined || more !== undefined) return null;
  return { person: only.name, unit: nameIn(only.unit_names, 'vi'), role: only.role };
}
