import { createHmac } from 'node:crypto';

/** What a secret begins with (Standard Webhooks). */
export const SECRET_PREFIX = 'whsec_';

/**
 * The headers of a delivery as Standard Webhooks 1.0 has them: HMAC-SHA256 over id, time (seconds) and body. `secret` is the key after
 * its prefix, in base64.
 */
export function signedHeaders(id: string, at: Date, body: string, secret: string): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1000));
  const key = Buffer.from(secret.slice(SECRET_PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64');
  return {
    'content-type': 'application/json',
    'user-agent': 'Servanda',
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': `v1,${signature}`,
  };
}
