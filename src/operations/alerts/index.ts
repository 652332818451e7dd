import { capModule } from '../../notices/index.ts';
import type { Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { listNotices, readNotice } from '../notices/read-notices.ts';

export { askAlertFeeds } from './ask-feeds.ts';
export * from './feeds.ts';
export * from './read-alert-file.ts';

/** A notice the seat may see, as a CAP 1.2 file. @throws Problem `not-found` */
export async function noticeCapFile(context: Context, id: string, seat: Seat): Promise<string> {
  const { noticeAlert, writeCap } = await capModule();
  const { notice } = await readNotice(context, id, seat);
  return writeCap(noticeAlert(notice.id, notice));
}

/** The open notices addressed to the side of the seat, as an Atom feed of CAP alerts; where there are no sides, to any. */
export async function noticeFeed(context: Context, seat: Seat): Promise<string> {
  const { noticeAlert, writeCapFeed } = await capModule();
  const { now, rows } = await listNotices(context, { open: true }, seat);
  const alerts = rows.map((row) => noticeAlert(row.id, row));
  const readers = seat.party === null ? alerts.flatMap(({ addresses }) => addresses) : [seat.party];
  return writeCapFeed(alerts, { id: 'urn:servanda:feed:notices', title: 'Servanda', updated: now }, readers);
}
