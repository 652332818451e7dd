import { type CapFinding, capModule, type NoticeDraft } from '../../notices/index.ts';

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
