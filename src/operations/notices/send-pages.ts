import { claimPages, keptRecords, markPage, type NoticePageRecord, putPages, type Queries } from '../../db/index.ts';
import { formatNumber, translate } from '../../i18n/index.ts';
import type { Locale } from '../../kernel/index.ts';
import { later } from '../../kernel/index.ts';
import { clocksOf, contactStanding, type NoticeState, noticeType, wallTime, zoneOfParty } from '../../notices/index.ts';
import type { Context } from '../context.ts';
import { localeOfParty } from '../urging/digest-text.ts';
import { type MailSettings, mailPage, openMailer } from '../urging/mail.ts';

/** Seconds before the first new try; each further one waits twice as long. */
const FIRST_WAIT_S = 30;
const TRIES = 8;
/** For how long one server alone sends what it took, and how much of it. */
const CLAIM_MS = 60_000;
const AT_ONCE = 20;

/**
 * Sends the pages that are due; what the server does not take is tried again, less and less often, then given up and shown. Without
 * a mail server they are put down as not sent, and a server set up later sends none of them.
 */
export async function sendPages(
  { whole, clock }: Context,
  settings: MailSettings | null,
): Promise<{ readonly sent: number; readonly failed: number }> {
  const now = clock.now();
  const due = await whole.write((queries) => claimPages(queries, { now, until: later(now, CLAIM_MS), limit: AT_ONCE }));
  const done = { sent: 0, failed: 0 };
  if (due.length === 0) return done;
  if (settings === null) {
    for (const { id, attempts, next_at } of due) {
      const off = { mail: 'off' as const, attempts, next_at, sent_at: null, error: null };
      await whole.write((queries) => markPage(queries, id, off));
    }
    return done;
  }
  const mailer = await openMailer(settings);
  try {
    for (const page of due) {
      const mail = await mailOf(whole.queries, page, settings.pages, clock.now());
      if (mail === null) continue;
      const html = mailPage(mail.text, localeOfParty(page.party));
      const to = { name: page.name, address: page.address };
      const error = await mailer.send({ id: page.id, to, ...mail, html, reference: page.id.slice(-12) }).then(
        () => null,
        (reason: unknown) => (reason instanceof Error ? reason.message : String(reason)),
      );
      await whole.write((queries) => markPage(queries, page.id, outcome(page, error, clock.now())));
      done[error === null ? 'sent' : 'failed'] += 1;
    }
  } finally {
    mailer.close();
  }
  return done;
}

function outcome({ attempts: before, next_at }: NoticePageRecord, error: string | null, now: string) {
  const attempts = before + 1;
  if (error === null) return { mail: 'sent' as const, attempts, next_at, sent_at: now, error: null };
  const next = new Date(new Date(now).getTime() + FIRST_WAIT_S * 1000 * 2 ** before).toISOString();
  const mail = attempts >= TRIES ? ('failed' as const) : ('waiting' as const);
  return { mail, attempts, next_at: next, sent_at: null, error: error.slice(0, 500) };
}

async function mailOf(queries: Queries, page: NoticePageRecord, pages: string | null, now: string) {
  const locale = localeOfParty(page.party);
  if (page.notice_id === null) {
    const text = [
      translate(locale, 'page-mail.confirm', { name: page.name }),
      pages === null ? '' : `${pages}/duty/roster`,
    ];
    return { subject: translate(locale, 'page-mail.confirm-subject', { name: page.name }), text: text.join('\n\n') };
  }
  const [record] = await keptRecords(queries, 'notice', [page.notice_id]);
  return record === undefined ? null : noticeMail(record.state, page, { locale, pages, now });
}

function noticeMail(
  state: NoticeState,
  { reason, party, notice_id }: NoticePageRecord,
  { locale, pages, now }: { readonly locale: Locale; readonly pages: string | null; readonly now: string },
) {
  const type = noticeType(state.notice.type);
  const { texts, from } = state.notice;
  const said = texts[locale] ?? Object.values(texts)[0];
  const name = type?.names[locale] ?? state.notice.type;
  const deadline =
    type && clocksOf(type, state, now).find(({ clock, deadline: end }) => clock === 'acknowledge' && end);
  const until = deadline?.deadline ? shown(deadline.deadline, party) : translate(locale, 'page-mail.no-limit');
  return {
    subject: translate(locale, `page-mail.${reason}-subject`, { type: name, party: from.party }),
    text: [
      translate(locale, `page-mail.${reason}`, { type: name, party: from.party, at: shown(state.issued.at, party) }),
      said?.headline ?? '',
      said?.instruction ?? '',
      translate(locale, 'page-mail.until', { until }),
      ...(deadline?.over
        ? [translate(locale, 'page-mail.over', { minutes: formatNumber(locale, Math.ceil(deadline.over)) })]
        : []),
      pages === null ? '' : `${pages}/notices/${encodeURIComponent(notice_id ?? '')}`,
    ]
      .filter((line) => line !== '')
      .join('\n\n'),
  };
}

function shown(instant: string, party: string): string {
  const { day, time, offset } = wallTime(instant, zoneOfParty(party));
  return `${day} ${time} (${offset})`;
}

/** Reminds each desk that has not lately said that it can be reached, once a month. */
export async function remindContacts({ whole, clock, newId }: Context): Promise<number> {
  const now = clock.now();
  return whole.write(async (queries) => {
    const posts = (await keptRecords(queries, 'duty-post', null)).filter(
      ({ state }) => !state.ended && contactStanding(state, now).standing !== 'confirmed',
    );
    const pages = posts.map(
      ({ id, state: { party, name, mail: address } }): NoticePageRecord => ({
        ...{ id: newId(), notice_id: null, about: `confirm:${id}:${now.slice(0, 7)}`, reason: 'confirm' as const },
        ...{ party, post_id: id, name, address, made_at: now, attempts: 0, next_at: now, sent_at: null, error: null },
        mail: address === '' ? 'nobody' : 'waiting',
      }),
    );
    await putPages(queries, pages);
    return pages.length;
  });
}
