import type { Transporter } from 'nodemailer';
import { Problem } from '../../kernel/index.ts';

/** How mail goes out. */
export interface MailSettings {
  /** Address of the SMTP server with who signs in there: `smtps://name:password@mail.example:465`. */
  readonly server: string;
  /** Who the digests come from. */
  readonly from: string;
  /** Where the pages are, for the links; null leaves them out. */
  readonly pages: string | null;
}

/** A file that goes along with a message. */
export interface MailFile {
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** One message, as text and as a page of the same words. */
export interface Message {
  /** Stays the same when it is tried again, so that a receiver can tell a second copy. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly files?: readonly MailFile[] | undefined;
  /** What of a reply comes to: stands in the subject besides, for programs that drop the thread. */
  readonly reference: string;
  /** A person asked for it, so an automatic answer is welcome. */
  readonly byHand?: boolean | undefined;
}

/** Sends one message after the other. */
export interface Mailer {
  /** Rejects where the server does not take it. */
  send(message: Message): Promise<void>;
  close(): void;
}

/** Milliseconds until a server that does not answer is given up. */
const PATIENCE_MS = 20_000;

/** The settings of the environment (`SERVANDA_SMTP`, `SERVANDA_MAIL_FROM`, `SERVANDA_URL`); null where no server is named. @throws Problem `input-invalid` */
export function mailSettings(environment: NodeJS.ProcessEnv = process.env): MailSettings | null {
  const { SERVANDA_SMTP: server, SERVANDA_MAIL_FROM: from, SERVANDA_URL: pages } = environment;
  if (!server) return null;
  if (!/^smtps?:$/.test(URL.parse(server)?.protocol ?? '')) {
    throw new Problem('input-invalid', { field: 'SERVANDA_SMTP', reason: 'smtp://… or smtps://…' });
  }
  if (!from) throw new Problem('input-invalid', { field: 'SERVANDA_MAIL_FROM', reason: 'an address' });
  return { server, from, pages: pages?.replace(/\/$/, '') || null };
}

/** Opens the way out; the library is loaded with the first mail, not with the server. */
export async function openMailer({ server, from }: MailSettings): Promise<Mailer> {
  const { createTransport } = await import('nodemailer');
  const patience = { connectionTimeout: PATIENCE_MS, greetingTimeout: PATIENCE_MS, socketTimeout: PATIENCE_MS };
  const transport: Transporter = createTransport({ url: server, pool: true, maxConnections: 1, ...patience });
  return {
    send: async ({ id, to, subject, text, html, files = [], reference, byHand = false }) => {
      const about = {
        messageId: messageId(id),
        headers: byHand ? {} : { 'Auto-Submitted': 'auto-generated' },
        subject: `${subject} [${reference}]`,
        attachments: files.map(({ name, type, bytes }) => ({
          filename: name,
          contentType: type,
          content: Buffer.from(bytes),
        })),
      };
      await transport.sendMail({ from, to, text, html, ...about, disableFileAccess: true, disableUrlAccess: true });
    },
    close: () => transport.close(),
  };
}

/** The Message-ID of a message: replies name it. */
function messageId(id: string): string {
  return `<${id}@servanda>`;
}

/** Plain words as a page: paragraphs and line breaks kept, addresses made links, nothing of the words taken for markup. */
export function mailPage(text: string, locale: string): string {
  const escaped = text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
  const linked = escaped.replace(/https?:\/\/[^\s&]+/g, (address) => `<a href="${address}">${address}</a>`);
  const paragraphs = linked
    .split(/\n{2,}/)
    .map((part) => `<p style="margin:0 0 1em">${part.replace(/\n/g, '<br>')}</p>`);
  return `<!doctype html><html lang="${locale}"><body style="font:15px/1.5 'Times New Roman',serif;color:#1f2937;max-width:44em">${paragraphs.join('')}</body></html>`;
}
