import { type CapFinding, capModule, type NoticeDraft } from '../../notices/index.ts';
import type { Seat } from '../../register/index.ts';
import type { Context } from '../context.ts';
import { listNotices, readNotice } from '../notices/read-notices.ts';

/** A notice the seat may see, as a CAP 1.2 file. @throws Problem `not-found` */
export async function noticeCapFile(context: Context, id: string, seat: Seat): Promise<string> {
  const { noticeAlert, writeCap } = await capModule();
  const { notice } = await readNotice(context, id, seat);
  return writeCap(noticeAlert(notice.id, notice));
}

/** What came of a CAP file: what was found in it, and the notice it can begin; null where it cannot be read or is an answer. */
export interface AlertFile {
  readonly findings: readonly CapFinding[];
  readonly draft: NoticeDraft | null;
}

/** Reads a CAP file of others as the beginning of a notice. Nothing is kept of it, and nothing is sent. */
export async function readAlertFile(bytes: Uint8Array): Promise<AlertFile> {
  const { noticeDraft, readCap } = await capModule();
  const { alert, findings } = readCap(bytes);
  const told = alert !== null && alert.info.length > 0 && alert.msgType !== 'Ack' && alert.msgType !== 'Error';
  return { findings, draft: told ? noticeDraft(alert) : null };
}

/** The open notices addressed to the side of the seat, as an Atom feed of CAP alerts; where there are no sides, to any. */
export async function noticeFeed(context: Context, seat: Seat): Promise<string> {
  const { noticeAlert, writeCapFeed } = await capModule();
  const { now, rows } = await listNotices(context, { open: true }, seat);
  const alerts = rows.map((row) => noticeAlert(row.id, row));
  const readers = seat.party === null ? alerts.flatMap(({ addresses }) => addresses) : [seat.party];
  return writeCapFeed(alerts, { id: 'urn:servanda:feed:notices', title: 'Servanda', updated: now }, readers);
}
