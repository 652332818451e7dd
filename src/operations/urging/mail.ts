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

/** One message, plain text. */
export interface Message {
  /** Stays the same when it is tried again, so that a receiver can tell a second copy. */
  readonly id: string;
  readonly to: { readonly name: string; readonly address: string };
  readonly subject: string;
  readonly text: string;
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
    send: async ({ id, to, subject, text }) => {
      const about = { messageId: `<${id}@servanda>`, headers: { 'Auto-Submitted': 'auto-generated' } };
      await transport.sendMail({ from, to, subject, text, ...about, disableFileAccess: true, disableUrlAccess: true });
    },
    close: () => transport.close(),
  };
}
